using Microsoft.Extensions.Time.Testing;

namespace Testing;

/// <summary>A clock that stands until a test moves it, and knows what waits for it.</summary>
/// <param name="passing">
/// The longest wait that is over as soon as the code asks for it, or the wait that ends before it: the clock moves there. None by default.
/// </param>
public sealed class TestTime(TimeSpan passing = default) : FakeTimeProvider(Start)
{
    private readonly TimeSpan passing = passing;
    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private readonly List<TestTimer> timers = [];

    /// <summary>What the clock shows at first.</summary>
    public new static DateTimeOffset Start { get; } = new(2026, 11, 21, 9, 30, 15, 123, TimeSpan.Zero);

    /// <summary>How far the clock has moved.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>The waits that the code has asked for, oldest first.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
            {
                return [.. waits];
            }
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new TestTimer(this);
        timer.Inner = base.CreateTimer(
            _ =>
            {
                timer.Due = null;
                callback(state);
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock to the end of the wait that is over first.</summary>
    /// <returns>Whether anything waits.</returns>
    public bool AdvanceToNextTimer()
    {
        DateTimeOffset? next;
        lock (gate)
        {
            next = timers.Min(timer => timer.Due);
        }

        var ahead = next - GetUtcNow();
        if (ahead > TimeSpan.Zero)
        {
            Advance(ahead.Value);
        }

        return next is not null;
    }

    private sealed class TestTimer(TestTime clock) : ITimer
    {
        public ITimer Inner { get; set; } = null!;

        public DateTimeOffset? Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                Due = null;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.GetUtcNow() + dueTime;
                    clock.timers.Add(this);
                    clock.waits.Add(dueTime);
                }
            }

            var isChanged = Inner.Change(dueTime, period);
            if (dueTime > TimeSpan.Zero && dueTime <= clock.passing)
            {
                clock.AdvanceToNextTimer();
            }

            return isChanged;
        }

        public void Dispose()
        {
            Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
