using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace LocalAws.Hosting;

/// <summary>
/// One of the scripts in the folder <c>node</c>, running. A script prints one line of JSON when it is ready and ends when its standard
/// input ends, so that it never outlives this process, however that ends.
/// </summary>
internal sealed class NodeService : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly string script;
    private readonly LastErrorLine error = new();

    private NodeService(Process process, string script)
    {
        (this.process, this.script) = (process, script);
        process.ErrorDataReceived += (_, line) => error.Take(line.Data);
        process.BeginErrorReadLine();
        Completion = process.WaitForExitAsync();
    }

    /// <summary>Where the service listens.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Completes when the script has ended.</summary>
    public Task Completion { get; }

    public static async Task<NodeService> StartAsync(string script, string folder, CancellationToken cancellationToken)
    {
        var node = new NodeService(Launch(script, folder), script);
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
    public LocalAwsException Ended()
    {
        var advice = error.Text.Contains("ERR_MODULE_NOT_FOUND", StringComparison.Ordinal)
            ? " Run 'npm ci' in the checkout, or install the package that is named."
            : "";
        return new LocalAwsException($"The emulated service {script} has ended: {error.Text}.{advice}");
    }

    /// <summary>Ends the script at once, as a crash would.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    /// <summary>Ends the script and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
            await Completion.WaitAsync(StopTimeout);
        }
        catch (Exception error) when (error is IOException or TimeoutException)
        {
            Kill();
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
            if (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
            {
                Address = $"http://127.0.0.1:{JsonElement.Parse(line).GetProperty("port").GetInt32()}";
                return;
            }

            await Completion.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LocalAwsException($"The emulated service {script} was not ready within {StartTimeout.TotalSeconds:0} s; try again.");
        }

        throw Ended();
    }

    private static Process Launch(string script, string folder)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "node", script), folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception notFound)
        {
            throw new LocalAwsException("Node.js was not found: install Node.js 20 or newer and see that 'node' is on the PATH.", notFound);
        }
    }
}
