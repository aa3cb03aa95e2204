namespace Benchmarks.Capacity;

/// <summary>Plays arrivals through the pipeline, second by second. Until the first, the base rate has gone on for long.</summary>
internal sealed class Simulation
{
    private readonly PipelineSettings settings;
    private readonly Skill skill;
    private readonly IHitsTable table;
    private readonly Firehose firehose;
    private readonly StreamMapping mapping;
    private long writing;

    private Simulation(PipelineSettings settings, double rateBefore)
    {
        this.settings = settings;
        skill = new Skill(settings, rateBefore);
        table = settings.ProvisionedWrites is var (least, most)
            ? new ProvisionedTable(settings, least, most, rateBefore)
            : new OnDemandTable(settings, rateBefore);
        firehose = new Firehose(settings);
        mapping = new StreamMapping(settings, firehose, table.Shards * settings.ParallelizationFactor);
    }

    public static IReadOnlyList<Moment> Run(Pattern pattern, PipelineSettings settings, int seed = 1)
    {
        var arrivals = new Arrivals(pattern, seed);
        var simulation = new Simulation(settings, pattern.RateAt(0));
        return [.. Enumerable.Range(0, pattern.Seconds).Select(second => simulation.Play(second, arrivals.At(second)))];
    }

    private Moment Play(int second, long arrivals)
    {
        var served = skill.Take(arrivals, writing, table);
        var tableLimit = table.Limit;
        var lost = Write(second, served.Hits);
        var reading = mapping.Read(second, ForwarderExecutions(served));
        var delivered = firehose.Deliver(second);
        var oldest = firehose.Oldest?.Second ?? mapping.Oldest?.Second ?? second;
        return new Moment
        {
            Second = second,
            Arrivals = arrivals,
            Throttled = served.Throttled,
            ThrottledBy = served.Limit,
            WritesRefused = writing,
            Lost = lost + reading.Expired,
            TableLimit = tableLimit,
            SetAside = reading.SetAside,
            Delivered = delivered,
            Writing = writing,
            InStream = mapping.Waiting,
            Buffered = firehose.Buffered,
            Reading = reading,
            LagSeconds = second - oldest,
            Shards = table.Shards,
            Executions = served.Executions,
        };
    }

    /// <summary>What is left for the forwarder: what is reserved for it, or what the skill does not take.</summary>
    private double ForwarderExecutions(Served served) =>
        settings.ForwarderConcurrency > 0 ? settings.ForwarderConcurrency : Math.Max(0, settings.Concurrency - served.Executions);

    /// <summary>
    /// Writes a second's hits. The skill tries for a second: what the table refuses in the second in which it came is tried again in the
    /// next one, beside the new hits of that, and then lost.
    /// </summary>
    private long Write(int second, long hits)
    {
        var shards = table.Shards;
        var taken = table.Write(writing + hits);
        var again = (long)Math.Round(taken * ((double)writing / Math.Max(1, writing + hits)));
        mapping.Add(new Cohort(second - 1, again, shards));
        mapping.Add(new Cohort(second, taken - again, shards));
        var lost = writing - again;
        writing = hits - (taken - again);
        return lost;
    }
}
