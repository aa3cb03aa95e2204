namespace Benchmarks.Capacity;

/// <summary>What a second of the mapping came to.</summary>
/// <param name="Invocations">Batches that the forwarder was given.</param>
/// <param name="Throttled">Batches that Lambda had no execution for; the mapping tries them again.</param>
/// <param name="Refused">Batches that Firehose did not take at once; the forwarder and the mapping try them again.</param>
/// <param name="SetAside">Hits that grew older than the mapping keeps trying, whole in the bucket.</param>
/// <param name="Expired">Hits that grew older than the stream keeps them.</param>
/// <param name="Limit">What kept hits that were due; null = nothing.</param>
internal readonly record struct Reading(long Invocations, long Throttled, long Refused, long SetAside, long Expired, Limit? Limit);

/// <summary>
/// The table's stream and the mapping that reads it. Keys are random, so every shard holds as many hits as the others. Shards that a split
/// made are read once those before them are empty.
/// </summary>
internal sealed class StreamMapping(PipelineSettings settings, Firehose firehose, double executions)
{
    private readonly HitQueue backlog = new();
    private readonly ExecutionRamp ramp = new(executions);

    public long Waiting => backlog.Hits;

    public Cohort? Oldest => backlog.Oldest;

    public void Add(Cohort hits) => backlog.Add(hits);

    /// <summary>Hands over the batches of a second, with so many executions to be had.</summary>
    public Reading Read(int second, double mostExecutions)
    {
        var (setAside, expired) = GiveUp(second);
        if (backlog.Oldest is not { } oldest)
        {
            return new Reading(0, 0, 0, setAside, expired, null);
        }

        var (due, batchHits) = Due(second, oldest);
        var (bounds, handed) = Bounds(due, batchHits, oldest.Shards, mostExecutions);
        var room = firehose.Room(batchHits);
        var taken = Math.Min(handed, (long)room.Hits);
        firehose.Take(second, backlog.Take(taken));
        var places = oldest.Shards * settings.ParallelizationFactor; // a batch that is tried again keeps its place
        var refused = Math.Min(Batches(handed - taken, batchHits), places);
        return new Reading(
            Batches(taken, batchHits) + refused,
            bounds is null or Limit.ShardReads ? 0 : Math.Min(Batches(due - handed, batchHits), places - refused),
            refused,
            setAside,
            expired,
            taken < handed ? room.Limit : bounds);
    }

    private (long SetAside, long Expired) GiveUp(int second)
    {
        var retention = (int)Quotas.RetentionSeconds.Value;
        var given = backlog.TakeBefore(second - Math.Min(settings.RecordAgeSeconds, retention));
        return settings.RecordAgeSeconds <= retention ? (given, 0) : (0, given);
    }

    /// <summary>
    /// What the mapping hands over now: hits whose batch has filled behind them, and those that waited as long as the window. Both
    /// happen at another time in each shard, so a second gets its share of every shard's batches.
    /// </summary>
    private (long Hits, double BatchHits) Due(int second, Cohort oldest)
    {
        var ofShard = (double)backlog.Hits / oldest.Shards;
        var old = backlog.Hits - backlog.After(second - settings.WindowSeconds);
        var beyondBatch = backlog.Hits - ((long)settings.BatchHits * oldest.Shards);
        return (Math.Max(old, beyondBatch), Math.Clamp(ofShard, 1, settings.BatchHits));
    }

    /// <summary>The limit that keeps hits that are due, and how many of them are handed over.</summary>
    private (Limit? Limit, long Hits) Bounds(long due, double batchHits, int shards, double mostExecutions)
    {
        var seconds = Measured.BatchSeconds + (batchHits * Measured.LineSeconds);
        var batchesOfPolls = Quotas.PollsASecond.Value * Quotas.PollRecords.Value / batchHits;
        var batchesOfShards = shards * Math.Min(settings.ParallelizationFactor / seconds, batchesOfPolls);
        var needed = ExecutionRamp.Needed(Math.Min(due / batchHits, batchesOfShards), seconds);
        var batchesOfExecutions = ExecutionRamp.Served(ramp.Grow(Math.Ceiling(needed), mostExecutions), seconds);
        var handed = Math.Min(due, (long)(Math.Min(batchesOfShards, batchesOfExecutions) * batchHits));
        Limit? limit = handed == due ? null
            : batchesOfShards <= batchesOfExecutions ? Limit.ShardReads
            : ramp.Executions < mostExecutions ? Limit.Ramp
            : settings.ForwarderConcurrency > 0 ? Limit.ForwarderConcurrency
            : Limit.Concurrency;
        return (limit, handed);
    }

    private static long Batches(long hits, double batchHits) => (long)Math.Ceiling(hits / batchHits);
}
