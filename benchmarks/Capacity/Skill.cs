namespace Benchmarks.Capacity;

/// <summary>What a second of requests to the skill came to.</summary>
/// <param name="Hits">Requests that were answered.</param>
/// <param name="Throttled">Requests that were not.</param>
/// <param name="Limit">What those are due to.</param>
/// <param name="Executions">The executions that were busy, or that requests/s take of the quota.</param>
internal readonly record struct Served(long Hits, long Throttled, Limit? Limit, double Executions);

/// <summary>
/// The skill's function. Lambda answers a request that it has no room for with an error; Alexa tells the user of a problem, and no hit is
/// written. One whose write the table refuses keeps its execution for a second, half of it in the next one.
/// </summary>
internal sealed class Skill
{
    private const double HalfOfRetries = Measured.WriteSeconds / 2.0;

    private readonly PipelineSettings settings;
    private readonly ExecutionRamp ramp;

    public Skill(PipelineSettings settings, double rateBefore)
    {
        this.settings = settings;
        var before = Math.Min(ExecutionRamp.Needed(rateBefore, Measured.SkillSeconds), Most);
        ramp = new ExecutionRamp(Math.Max(settings.ProvisionedConcurrency, before));
    }

    private double Most => settings.Concurrency - settings.ForwarderConcurrency;

    /// <summary>Takes a second's requests, while so many writes of the second before are tried again.</summary>
    public Served Take(long arrivals, long writing, IHitsTable table)
    {
        var written = Math.Min(arrivals, table.Room * arrivals / Math.Max(1, arrivals + writing));
        var executions = ramp.Grow(Math.Ceiling(Busy(written, arrivals - written, writing)), Most);
        var answered = Math.Min(arrivals, ExecutionRamp.Served(executions, Measured.SkillSeconds));
        written = Math.Min(written, answered);
        var free = executions - Busy(written, 0, writing);
        var hits = (long)Math.Clamp(written + Math.Min(answered - written, Math.Max(0, free) / HalfOfRetries), 0, arrivals);
        return new Served(
            hits,
            arrivals - hits,
            hits < arrivals ? LimitOf(arrivals, executions, table.Limit) : null,
            Math.Min(executions, Busy(Math.Min(written, hits), Math.Max(0, hits - written), writing)));
    }

    /// <summary>The executions that requests keep, by what becomes of their writes.</summary>
    private static double Busy(double written, double refused, long writing) => Math.Max(
        (written * Measured.SkillSeconds) + ((refused + writing) * HalfOfRetries),
        ExecutionRamp.Needed(written + refused, Measured.SkillSeconds));

    // Where executions lack only because writes keep them, the table is the reason.
    private Limit LimitOf(long arrivals, double executions, Limit tableLimit) =>
        ExecutionRamp.Needed(arrivals, Measured.SkillSeconds) <= executions ? tableLimit
        : executions >= Most ? Limit.Concurrency
        : Limit.Ramp;
}
