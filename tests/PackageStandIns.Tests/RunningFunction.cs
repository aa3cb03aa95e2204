using Amazon.Lambda.RuntimeSupport;

namespace PackageStandIns.Tests;

/// <summary>A function that runs until it is stopped.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly LambdaBootstrap bootstrap;
    private readonly Task run;

    public RunningFunction(LambdaBootstrap bootstrap)
    {
        this.bootstrap = bootstrap;
        run = bootstrap.RunAsync(stop.Token);
    }

    /// <summary>Stops it and fails where its run failed.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await run.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        bootstrap.Dispose();
        stop.Dispose();
    }
}
