namespace Benchmarks.Capacity;

/// <summary>Hits that arrived in one second.</summary>
/// <param name="Second">The second.</param>
/// <param name="Hits">How many.</param>
/// <param name="Shards">The shards of the stream that they lie in.</param>
internal readonly record struct Cohort(int Second, long Hits, int Shards);

/// <summary>Hits that wait, first come first served.</summary>
internal sealed class HitQueue
{
    private readonly LinkedList<Cohort> cohorts = new();

    public long Hits { get; private set; }

    public Cohort? Oldest => cohorts.First?.Value;

    public void Add(Cohort cohort)
    {
        if (cohort.Hits > 0)
        {
            cohorts.AddLast(cohort);
            Hits += cohort.Hits;
        }
    }

    /// <summary>Takes the oldest hits, at most so many.</summary>
    public IReadOnlyList<Cohort> Take(long hits)
    {
        List<Cohort> taken = [];
        for (var left = Math.Min(hits, Hits); left > 0;)
        {
            var oldest = cohorts.First!.Value;
            var part = oldest with { Hits = Math.Min(left, oldest.Hits) };
            cohorts.RemoveFirst();
            if (part.Hits < oldest.Hits)
            {
                cohorts.AddFirst(oldest with { Hits = oldest.Hits - part.Hits });
            }

            taken.Add(part);
            left -= part.Hits;
            Hits -= part.Hits;
        }

        return taken;
    }

    /// <summary>How many arrived after a second.</summary>
    public long After(int second)
    {
        var hits = 0L;
        for (var cohort = cohorts.Last; cohort is not null && cohort.Value.Second > second; cohort = cohort.Previous)
        {
            hits += cohort.Value.Hits;
        }

        return hits;
    }

    /// <summary>Takes those that arrived before a second.</summary>
    public long TakeBefore(int second)
    {
        var taken = 0L;
        while (Oldest is { } oldest && oldest.Second < second)
        {
            taken += oldest.Hits;
            cohorts.RemoveFirst();
        }

        Hits -= taken;
        return taken;
    }
}
