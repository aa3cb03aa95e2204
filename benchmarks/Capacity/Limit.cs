namespace Benchmarks.Capacity;

/// <summary>What bounds the pipeline.</summary>
internal enum Limit
{
    /// <summary>The account's concurrent executions, and the requests/s that come with them.</summary>
    Concurrency,

    /// <summary>How fast a function may grow.</summary>
    Ramp,

    /// <summary>Twice the previous peak of an on-demand table, or what it is warm for.</summary>
    OnDemandWrites,

    ProvisionedWrites,

    TableQuota,

    /// <summary>Batches at once and records a poll, by the stream's shards.</summary>
    ShardReads,

    ForwarderConcurrency,

    FirehoseBytes,

    FirehoseRequests,

    FirehoseRecords,

    /// <summary>No quota: batching window and buffer alone take longer than a hit may.</summary>
    Buffering,
}
