namespace StreamToFirehoseFunction.Tests;

/// <summary>
/// A clock that stands, and jumps to the next timer every few milliseconds: waiting takes no time, and however slow the machine is, it is
/// never later than what was waited for.
/// </summary>
internal sealed class JumpingTime : TimeProvider, IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private readonly Func<bool> mayJump;
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Task jumping;
    private DateTimeOffset now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public JumpingTime(Func<bool>? standsUntil = null) => (mayJump, jumping) = (standsUntil ?? (() => true), JumpAsync());

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await jumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task JumpAsync()
    {
        while (true)
        {
            await Task.Delay(Pace, stop.Token);
            if (!mayJump())
            {
                continue;
            }

            Timer? next;
            lock (gate)
            {
                next = timers.MinBy(timer => timer.Due);
                timers.Remove(next!);
                now = next?.Due > now ? next.Due : now;
            }

            next?.Callback();
        }
    }

    private sealed class Timer(JumpingTime clock, Action callback) : ITimer
    {
        public Action Callback => callback;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.now + dueTime;
                    clock.timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
