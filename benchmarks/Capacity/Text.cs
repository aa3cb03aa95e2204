namespace Benchmarks.Capacity;

/// <summary>What limits and settings are called, and how to set them.</summary>
internal static class Text
{
    public static string Of(Limit limit) => limit switch
    {
        Limit.Concurrency => "Lambda's concurrency quota",
        Limit.Ramp => "Lambda's scaling rate",
        Limit.OnDemandWrites => "the table's warm throughput",
        Limit.ProvisionedWrites => "the table's provisioned writes",
        Limit.TableQuota => "the table's quota",
        Limit.ShardReads => "reads of the stream's shards",
        Limit.ForwarderConcurrency => "`forwarderConcurrency`",
        Limit.FirehoseBytes => "Firehose's bytes/s",
        Limit.FirehoseRequests => "Firehose's requests/s",
        Limit.FirehoseRecords => "Firehose's records/s",
        Limit.Buffering => "window and buffer alone",
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "There is no such limit."),
    };

    /// <summary>How the settings that hold differ from those before; one change an entry.</summary>
    public static IReadOnlyList<string> Changes(PipelineSettings before, PipelineSettings after)
    {
        var writes = after.ProvisionedWrites.GetValueOrDefault();
        (bool IsChanged, FormattableString Change)[] changes =
        [
            (before.Concurrency != after.Concurrency, $"concurrent executions: {after.Concurrency:#,0}"),
            (before.ProvisionedConcurrency != after.ProvisionedConcurrency,
                $"`provisionedConcurrency`: {after.ProvisionedConcurrency:#,0}"),
            (before.ForwarderConcurrency != after.ForwarderConcurrency, $"`forwarderConcurrency`: {after.ForwarderConcurrency:#,0}"),
            (before.WarmWrites != after.WarmWrites, $"warm throughput: {after.WarmWrites:#,0} writes/s"),
            (before.ProvisionedWrites != after.ProvisionedWrites, $"`hitsCapacity`: {writes.Least}-{writes.Most}"),
            (before.TableWrites != after.TableWrites, $"table quota: {after.TableWrites:#,0} writes/s"),
            (before.ParallelizationFactor != after.ParallelizationFactor, $"`ParallelizationFactor`: {after.ParallelizationFactor}"),
            (before.BatchSize != after.BatchSize, $"`BatchSize`: {after.BatchSize:#,0}"),
            (before.Mebibytes < after.Mebibytes, $"Firehose quota: {after.Mebibytes:0} MiB/s"),
        ];
        return [.. from change in changes where change.IsChanged select FormattableString.Invariant(change.Change)];
    }

    /// <summary>How one raises a limit.</summary>
    public static string HowTo(Limit limit) => limit switch
    {
        Limit.Concurrency => "raise \"Concurrent executions\" of Lambda in Service Quotas",
        Limit.Ramp => "let processes wait: `-c skillStart=provisioned -c provisionedConcurrency=N`, which ends at 1,000",
        Limit.OnDemandWrites => "warm the table before the peak: `aws dynamodb update-table --table-name pet-match-analytics "
            + "--warm-throughput ReadUnitsPerSecond=12000,WriteUnitsPerSecond=N`; the table of attributes needs the same",
        Limit.ProvisionedWrites => "raise both bounds of `hitsCapacity`, or take `on-demand`",
        Limit.TableQuota => "raise \"Table-level write throughput limit\" of DynamoDB in Service Quotas",
        Limit.ShardReads => "raise `ParallelizationFactor`, then `BatchSize`, in `src/Analytics/Pipeline.cs`",
        Limit.ForwarderConcurrency => "raise `forwarderConcurrency`, or set it to 0",
        Limit.FirehoseBytes or Limit.FirehoseRequests or Limit.FirehoseRecords =>
            "ask for a higher quota with the Amazon Data Firehose limits form; the three quotas grow together",
        Limit.Buffering => "lower `bufferSeconds`, or `BatchWindowSeconds` in `src/Analytics/Pipeline.cs`",
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "There is no such limit."),
    };
}
