using System.Threading.Channels;
using LocalAws.Hosting;

namespace LocalAws.Lambda;

/// <summary>
/// Runs a function as Lambda does: as processes that fetch their invocations from the Runtime API. Any process may get any invocation, and
/// one that ends is started again.
/// </summary>
public sealed class LambdaHost : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);

    private readonly LambdaFunction function;
    private readonly FailureSignal failure;
    private readonly FailureSignal? own;
    private readonly Channel<LambdaInvocation> queue = Channel.CreateUnbounded<LambdaInvocation>();
    private readonly CancellationTokenSource stop = new();
    private readonly TextWriter log;
    private IReadOnlyList<LambdaInstance> instances = [];
    private LoopbackServer? server;
    private Task running = Task.CompletedTask;
    private int ended;

    private LambdaHost(LambdaFunction function, FailureSignal? shared)
    {
        this.function = function;
        own = shared is null ? new FailureSignal() : null;
        failure = shared ?? own!;
        log = Open(function.LogPath);
    }

    /// <summary>Starts a function's processes and waits until each has asked for an invocation.</summary>
    /// <param name="function">The function.</param>
    /// <param name="cancellationToken">A token to cancel the start; it ends the processes.</param>
    /// <returns>The running function.</returns>
    /// <exception cref="LocalAwsException">A process ended before it asked, or did not ask within a minute.</exception>
    public static Task<LambdaHost> StartAsync(LambdaFunction function, CancellationToken cancellationToken = default) =>
        StartAsync(function, null, cancellationToken);

    /// <summary>Invokes the function as soon as a process is free.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="cancellationToken">A token to give up waiting; a process that works on the event goes on.</param>
    /// <returns>What the function returned, or why it failed.</returns>
    /// <exception cref="LocalAwsException">The function cannot be started again, or another part cannot go on.</exception>
    public Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        failure.GuardAsync(
            async token =>
            {
                var invocation = new LambdaInvocation(payload);
                using var abandon = token.Register(() => invocation.Abandon(token));
                if (!queue.Writer.TryWrite(invocation))
                {
                    invocation.End();
                }

                return await invocation.Result;
            },
            cancellationToken);

    /// <summary>Kills a process that is in an invocation: a fault to be survived.</summary>
    /// <returns>Whether there was one.</returns>
    public bool KillBusy() => instances.Any(instance => instance.KillBusy());

    /// <summary>Ends the processes; invocations that are left have failed.</summary>
    /// <returns>A task that completes when they are gone.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
        {
            return;
        }

        await stop.CancelAsync();
        await running;
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        queue.Writer.Complete();
        while (queue.Reader.TryRead(out var left))
        {
            left.End();
        }

        await log.DisposeAsync();
        own?.Dispose();
        stop.Dispose();
    }

    /// <summary>Starts a function that shares the report of failures with others.</summary>
    internal static async Task<LambdaHost> StartAsync(LambdaFunction function, FailureSignal? shared, CancellationToken cancellationToken)
    {
        var host = new LambdaHost(function, shared);
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

    private static TextWriter Open(string? path)
    {
        if (path is null)
        {
            return TextWriter.Null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        return TextWriter.Synchronized(new StreamWriter(file) { AutoFlush = true });
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var api = new RuntimeApi(function, queue);
        server = await LoopbackServer.StartAsync(
            api.HandleAsync, failure.Report, function.Processes, LambdaFunction.MaxResponseBytes * 4, cancellationToken);
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
            throw new LocalAwsException(
                $"The function {function.Name} was not ready within {StartTimeout.TotalSeconds:0} s; see {function.LogPath ?? "its log"}.", late);
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
        catch (LocalAwsException broken)
        {
            failure.Report(broken);
        }
    }
}
