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

    private readonly Process process;
    private readonly string script;
    private string lastError = "it said nothing";

    private NodeProcess(Process process, string script) => (this.process, this.script) = (process, script);

    /// <summary>What the script said when it was ready.</summary>
    public JsonElement Ready { get; private set; }

    /// <summary>The script's standard input.</summary>
    public StreamWriter Input => process.StandardInput;

    /// <summary>The script's standard output, after the line in <see cref="Ready"/>.</summary>
    public StreamReader Output => process.StandardOutput;

    /// <summary>Starts a script and waits until it is ready.</summary>
    /// <param name="script">The file's name, such as dynalite.mjs.</param>
    /// <param name="arguments">The script's arguments.</param>
    /// <param name="cancellationToken">Gives up waiting and ends the script.</param>
    /// <returns>The running script.</returns>
    /// <exception cref="EmulatorException">Node.js is missing, or the script ended before it was ready.</exception>
    public static async Task<NodeProcess> StartAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var node = new NodeProcess(Launch(script, arguments), script);
        node.process.ErrorDataReceived += (_, line) => node.lastError = string.IsNullOrWhiteSpace(line.Data) ? node.lastError : line.Data;
        node.process.BeginErrorReadLine();
        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(StartTimeout);
            var line = await node.Output.ReadLineAsync(timeout.Token) ?? throw node.Ended();
            node.Ready = JsonDocument.Parse(line).RootElement;
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>The error to throw when the script's output has ended though it should still run.</summary>
    /// <returns>An error that carries the last line the script wrote.</returns>
    public EmulatorException Ended() => new($"The emulated service {script} has ended: {lastError}.");

    /// <summary>Ends the script and waits until it is gone.</summary>
    /// <returns>A task that completes when the process has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
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
