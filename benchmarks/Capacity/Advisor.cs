namespace Benchmarks.Capacity;

/// <summary>What a search found.</summary>
/// <param name="Settings">The last settings that were tried.</param>
/// <param name="Verdict">How they do.</param>
/// <param name="Raised">The limits that were raised on the way, in the order in which they broke.</param>
internal sealed record Advice(PipelineSettings Settings, Verdict Verdict, IReadOnlyList<Limit> Raised);

/// <summary>Finds settings that hold: raises what breaks first, step by step, until nothing does.</summary>
internal static class Advisor
{
    private static readonly int[] Steps = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80];

    public static Advice Find(Pattern pattern, PipelineSettings settings, int seed = 1)
    {
        List<Limit> raised = [];
        while (true)
        {
            var verdict = Verdict.Of(Simulation.Run(pattern, settings, seed), settings);
            if (verdict.Broken is not { } limit || Raise(settings, limit) is not { } higher)
            {
                return new Advice(settings, verdict, raised);
            }

            settings = higher;
            if (!raised.Contains(limit))
            {
                raised.Add(limit);
            }
        }
    }

    /// <summary>The next higher number of those that one would set: 1,000, 1,200, 1,500 and so on.</summary>
    internal static int Next(int value)
    {
        for (long scale = 1; ; scale *= 10)
        {
            foreach (var step in Steps)
            {
                if (step * scale / 10 > value)
                {
                    return (int)(step * scale / 10);
                }
            }
        }
    }

    /// <summary>The settings with one limit a step higher; null where it ends.</summary>
    private static PipelineSettings? Raise(PipelineSettings settings, Limit limit) => limit switch
    {
        Limit.Concurrency => settings with { Concurrency = Next(settings.Concurrency) },
        Limit.Ramp when Next(settings.ProvisionedConcurrency) is var next && next < settings.Concurrency =>
            settings with { ProvisionedConcurrency = next },
        Limit.Ramp => settings with { Concurrency = Next(settings.Concurrency) },
        Limit.OnDemandWrites => settings with { WarmWrites = Next(settings.WarmWrites) },
        Limit.ProvisionedWrites when settings.ProvisionedWrites is var (least, most) && Next(least) <= settings.TableWrites =>
            settings with { ProvisionedWrites = (Next(least), Math.Max(most, Next(least))) },
        Limit.ProvisionedWrites or Limit.TableQuota => settings with { TableWrites = Next(settings.TableWrites) },
        Limit.ShardReads when settings.ParallelizationFactor < Quotas.ParallelizationFactor.Value =>
            settings with { ParallelizationFactor = settings.ParallelizationFactor + 1 },
        Limit.ShardReads or Limit.FirehoseRequests when settings.BatchSize == settings.BatchHits =>
            settings with { BatchSize = Next(settings.BatchSize) },
        Limit.ForwarderConcurrency => settings with { ForwarderConcurrency = Next(settings.ForwarderConcurrency) },
        Limit.FirehoseBytes or Limit.FirehoseRequests or Limit.FirehoseRecords =>
            settings with { FirehoseMebibytes = Next((int)settings.Mebibytes) },
        _ => null,
    };
}
