namespace SkillFunction.Tests.Fakes;

/// <summary>
/// A clock that stands, except that each measurement finds 42 ms gone. Its timers are true; or those up to a length fire at once, and all
/// others never.
/// </summary>
internal sealed class SteppingTime(bool timersFireAtOnce = false, TimeSpan? upTo = null) : TimeProvider
{
    public const int StepMilliseconds = 42;

    // Longer than all that a turn waits for, and shorter than what is granted to a whole turn.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    private long timestamp;

    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 9, 30, 15, 123, TimeSpan.Zero);

    public override long TimestampFrequency => 1_000;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Interlocked.Add(ref timestamp, StepMilliseconds);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(
        callback,
        state,
        !timersFireAtOnce ? dueTime : dueTime <= (upTo ?? Long) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan,
        period);
}
