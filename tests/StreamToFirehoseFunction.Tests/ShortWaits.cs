namespace StreamToFirehoseFunction.Tests;

/// <summary>A clock on which a wait of a few seconds is over at once, and a longer one never ends.</summary>
internal sealed class ShortWaits : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime <= Longest && dueTime >= TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
}
