using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace LocalEmulator.Services;

/// <summary>
/// One of the scripts in <c>src/LocalEmulator/node</c>, running. A script prints one line of JSON when it is ready and ends when its
/// standard input ends, so that it never outlives the emulator, however that ends.
/// </summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly string script;
    private readonly LastErrorLine error = new();

    private NodeProcess(Process process, string script)
    {
        (this.process, this.script) = (process, script);
        process.ErrorDataReceived += (_, line) => error.Take(line.Data);
        process.BeginErrorReadLine();
        Completion = process.WaitForExitAsync();
    }

    /// <summary>What the script said when it was ready.</summary>
    public JsonElement Ready { get; private set; }

    /// <summary>Where a service listens that has said its port.</summary>
    public string Address => $"http://127.0.0.1:{Ready.GetProperty("port").GetInt32()}";

    /// <summary>The script's standard input.</summary>
    public StreamWriter Input => process.StandardInput;

    /// <summary>The script's standard output, after the line in <see cref="Ready"/>.</summary>
    public StreamReader Output => process.StandardOutput;

    /// <summary>Completes when the script has ended.</summary>
    public Task Completion { get; }

    /// <summary>Starts a script and waits until it is ready.</summary>
    /// <param name="script">The file's name, such as dynalite.mjs.</param>
    /// <param name="arguments">The script's arguments.</param>
    /// <param name="cancellationToken">Gives up waiting and ends the script.</param>
    /// <returns>The running script.</returns>
    /// <exception cref="EmulatorException">Node.js is missing, or the script ended before it was ready.</exception>
    public static async Task<NodeProcess> StartAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var node = new NodeProcess(Launch(script, arguments), script);
        try
        {
            await node.WaitUntilReadyAsync(cancellationToken);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>The error to throw when the script has ended though it should still run.</summary>
    /// <returns>An error that carries the last line the script wrote.</returns>
    public EmulatorException Ended() => new($"The emulated service {script} has ended: {error.Text}.");

    /// <summary>Ends the script and waits until it is gone.</summary>
    /// <returns>A task that completes when the process has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        try
        {
            Input.Close();
            await Completion.WaitAsync(StopTimeout);
        }
        catch (Exception error) when (error is IOException or TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await Completion;
        }

        process.Dispose();
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(StartTimeout);
        try
        {
            if (await Output.ReadLineAsync(timeout.Token) is { } line)
            {
                Ready = JsonElement.Parse(line);
                return;
            }

            await Completion.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmulatorException($"The emulated service {script} was not ready within {StartTimeout.TotalSeconds:0} s; try again.");
        }

        throw Ended();
    }

    private static Process Launch(string script, IEnumerable<string> arguments)
    {
        string[] command = [Repository.Find("src", "LocalEmulator", "node", script), .. arguments];
        var start = new ProcessStartInfo("node", command)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception notFound)
        {
            throw new EmulatorException("Node.js was not found: install Node.js 20 or newer and see that 'node' is on the PATH.", notFound);
        }
    }
}
