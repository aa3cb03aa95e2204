namespace Benchmarks.Capacity;

/// <summary>Whether a simulated pipeline holds, and what breaks first where it does not.</summary>
/// <param name="Broken">What the first break is due to; null = the pipeline holds.</param>
/// <param name="Second">When.</param>
/// <param name="What">What users or queries miss from then on.</param>
internal sealed record Verdict(Limit? Broken, int Second, string What)
{
    /// <summary>Seconds behind window and buffer at which the pipeline has caught up.</summary>
    private const int Slack = 60;

    public bool Holds => Broken is null;

    public static Verdict Of(IReadOnlyList<Moment> moments, PipelineSettings settings)
    {
        Limit? behind = null; // what last kept hits in the stream
        foreach (var moment in moments)
        {
            behind = moment.Reading.Limit ?? behind;
            if (Break(moment, behind, settings) is { } broken)
            {
                return broken;
            }
        }

        var end = moments[^1];
        return end.LagSeconds > settings.WindowSeconds + settings.BufferSeconds + Slack
            ? new Verdict(behind ?? Limit.Buffering, end.Second, "hits arrive faster than they are delivered")
            : new Verdict(null, 0, "");
    }

    private static Verdict? Break(Moment moment, Limit? behind, PipelineSettings settings) => moment switch
    {
        { Lost: > 0 } when moment.Lost > moment.Reading.Expired =>
            new Verdict(moment.TableLimit, moment.Second, "hits are not written and lost"),
        { Throttled: > 0, ThrottledBy: Limit.Concurrency or Limit.Ramp } =>
            new Verdict(moment.ThrottledBy, moment.Second, "users get no answer"),
        { Throttled: > 0 } => new Verdict(
            moment.ThrottledBy, moment.Second, "writes that are tried again keep all executions, and users get no answer"),
        { Lost: > 0 } => new Verdict(behind ?? Limit.Buffering, moment.Second, "hits leave the stream unread and are lost"),
        { SetAside: > 0 } => new Verdict(behind ?? Limit.Buffering, moment.Second, "hits are too old and set aside"),
        _ when moment.LagSeconds > settings.MaxLagSeconds => new Verdict(
            behind ?? Limit.Buffering, moment.Second, "hits take longer than they may"),
        _ => null,
    };
}
