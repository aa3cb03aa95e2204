using SkillFunction.Conversation;

namespace SkillFunction.Tests.Fakes;

/// <summary>
/// A clock that stands, except that each measurement finds 42 ms gone. Its timers are true; or they fire at once, that of a whole turn
/// excepted.
/// </summary>
internal sealed class SteppingTime(bool timersFireAtOnce = false) : TimeProvider
{
    public const int StepMilliseconds = 42;

    private long timestamp;

    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 9, 30, 15, 123, TimeSpan.Zero);

    public override long TimestampFrequency => 1_000;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Interlocked.Add(ref timestamp, StepMilliseconds);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, timersFireAtOnce && dueTime < SkillPipeline.TurnLimit ? TimeSpan.Zero : dueTime, period);
}
