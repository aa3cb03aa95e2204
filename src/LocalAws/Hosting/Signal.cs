namespace LocalAws.Hosting;

/// <summary>Wakes all who wait for a change. Take <see cref="Next"/>, look at the state, then wait: so no change is missed.</summary>
internal sealed class Signal
{
    private TaskCompletionSource next = Create();

    /// <summary>Completes with the next pulse.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Wakes all who wait.</summary>
    public void Pulse() => Interlocked.Exchange(ref next, Create()).TrySetResult();

    /// <summary>Waits until something holds; it is looked at now and after each pulse.</summary>
    public async Task WaitUntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        for (var change = Next; !condition(); change = Next)
        {
            await change.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
