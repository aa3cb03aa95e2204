namespace AlexaSkill.Tests.Persistence;

/// <summary>A clock on which every delay is over at once, and has taken its time.</summary>
internal sealed class InstantTime : TimeProvider
{
    private readonly List<TimeSpan> delays = [];

    /// <summary>The delays that were asked for.</summary>
    public IReadOnlyList<TimeSpan> Delays => delays;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => delays.Sum(delay => delay.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        delays.Add(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
