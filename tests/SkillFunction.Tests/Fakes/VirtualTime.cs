using System.Collections.Concurrent;

namespace SkillFunction.Tests.Fakes;

/// <summary>
/// A clock that stands as long as anything is left to do, and then jumps to the next timer: what only waits takes no real time, and how
/// long it would have taken is known exactly.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<VirtualTimer> timers = [];
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> work = [];
    private long now;

    public TimeSpan Elapsed => TimeSpan.FromTicks(now);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now;

    public override DateTimeOffset GetUtcNow() => SteppingTime.Now + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Runs something to its end, with the clock.</summary>
    /// <param name="start">Starts it.</param>
    /// <returns>Its result.</returns>
    public T Run<T>(Func<Task<T>> start)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Queue(work));
        try
        {
            var task = start();
            while (!task.IsCompleted)
            {
                if (work.TryTake(out var next) || (!Jump() && work.TryTake(out next, Timeout.Infinite, TestContext.Current.CancellationToken)))
                {
                    next.Callback(next.State);
                }
            }

            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private bool Jump()
    {
        VirtualTimer? next;
        lock (gate)
        {
            next = timers.Where(timer => timer.Due is not null).MinBy(timer => timer.Due);
            now = next?.Due ?? now;
        }

        next?.Fire();
        return next is not null;
    }

    private sealed class VirtualTimer(VirtualTime clock, Action callback) : ITimer
    {
        public long? Due { get; private set; }

        public void Fire()
        {
            Due = null;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime.Ticks;
            return true;
        }

        public void Dispose() => Due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Queue(BlockingCollection<(SendOrPostCallback Callback, object? State)> work) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => work.Add((d, state));
    }
}
