using System.Threading.Channels;

namespace LocalEmulator.Services;

/// <summary>Runs a function as Lambda does: as processes that fetch their invocations from the Runtime API.</summary>
internal sealed class LambdaHost : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);

    private readonly LambdaFunction function;
    private readonly FailureSignal failure;
    private readonly Channel<LambdaInvocation> queue = Channel.CreateUnbounded<LambdaInvocation>();
    private readonly CancellationTokenSource stop = new();
    private readonly TextWriter log;
    private IReadOnlyList<LambdaInstance> instances = [];
    private LoopbackServer? server;
    private Task running = Task.CompletedTask;

    private LambdaHost(LambdaFunction function, FailureSignal failure)
    {
        (this.function, this.failure) = (function, failure);
        Directory.CreateDirectory(Path.GetDirectoryName(function.LogPath)!);
        var file = new FileStream(function.LogPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        log = TextWriter.Synchronized(new StreamWriter(file) { AutoFlush = true });
    }

    /// <summary>Starts a function's processes and waits until each has asked for an invocation.</summary>
    /// <param name="function">The function.</param>
    /// <param name="failure">Learns of a process that does not start, now or later.</param>
    /// <param name="cancellationToken">Gives up and ends the processes.</param>
    /// <returns>The running function.</returns>
    /// <exception cref="EmulatorException">A process ended before it asked, or did not ask in time.</exception>
    public static async Task<LambdaHost> StartAsync(LambdaFunction function, FailureSignal failure, CancellationToken cancellationToken)
    {
        var host = new LambdaHost(function, failure);
        try
        {
            await host.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Invokes the function as soon as a process is free.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="cancellationToken">Gives up waiting; a process that works on the event goes on.</param>
    /// <returns>What the function returned, or why it failed.</returns>
    /// <exception cref="EmulatorException">The emulator cannot go on.</exception>
    public Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        failure.GuardAsync(
            async token =>
            {
                var invocation = new LambdaInvocation(payload);
                using var abandon = token.Register(() => invocation.Abandon(token));
                queue.Writer.TryWrite(invocation);
                return await invocation.Result;
            },
            cancellationToken);

    /// <summary>Kills a process that is in an invocation: a fault to be survived.</summary>
    /// <returns>Whether there was one.</returns>
    public bool KillBusy() => instances.Any(instance => instance.KillBusy());

    /// <summary>Ends the processes.</summary>
    /// <returns>A task that completes when they are gone.</returns>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        await log.DisposeAsync();
        stop.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var api = new RuntimeApi(function, queue);
        server = await LoopbackServer.StartAsync(api.HandleAsync, failure, cancellationToken, function.Processes);
        instances = [.. server.Ports.Select(port => new LambdaInstance(function, port, Log))];
        api.Serve(instances);
        running = Task.WhenAll(instances.Select(RunAsync));
        try
        {
            var ready = Task.WhenAll(instances.Select(instance => instance.Ready));
            await failure.GuardAsync(token => ready.WaitAsync(StartTimeout, token), cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new EmulatorException(
                $"The function {function.Name} was not ready within {StartTimeout.TotalSeconds:0} s; see {function.LogPath}.", late);
        }
    }

    private void Log(string line)
    {
        try
        {
            log.WriteLine(line);
        }
        catch (IOException error)
        {
            failure.Report($"The log {function.LogPath} cannot be written", error);
        }
    }

    private async Task RunAsync(LambdaInstance instance)
    {
        try
        {
            await instance.RunAsync(stop.Token);
        }
        catch (EmulatorException broken)
        {
            failure.Report(broken);
        }
    }
}
