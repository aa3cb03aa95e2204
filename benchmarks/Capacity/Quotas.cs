namespace Benchmarks.Capacity;

/// <summary>A documented quota or rule of a service.</summary>
/// <param name="Name">What it bounds.</param>
/// <param name="Value">Its value, by default.</param>
/// <param name="Page">The page of AWS's documentation that it is from.</param>
internal sealed record Quota(string Name, double Value, string Page);

/// <summary>Every quota and rule that the simulator plays by.</summary>
internal static class Quotas
{
    private const string Partitions = "DynamoDB Developer Guide, *DynamoDB burst and adaptive capacity*";
    private const string Mapping = "Lambda API Reference, *CreateEventSourceMapping*";
    private const string Streams = "DynamoDB Developer Guide, *Change data capture for DynamoDB Streams*";
    private const string OnDemand = "DynamoDB Developer Guide, *DynamoDB on-demand capacity mode*";
    private const string TableQuotas = "DynamoDB Developer Guide, *Quotas in Amazon DynamoDB*";
    private const string Concurrency = "Lambda Developer Guide, *Understanding Lambda function scaling*";
    private const string Scaling = "Lambda Developer Guide, *Lambda scaling behavior*";
    private const string StreamPolls = "Lambda Developer Guide, *Using AWS Lambda with Amazon DynamoDB*";
    private const string Firehose = "Amazon Data Firehose Developer Guide, *Quota*";

    public static Quota NewTableWrites { get; } = new("writes/s that a new on-demand table takes", 4_000, OnDemand);

    public static Quota PeakFactor { get; } = new("times the previous peak that an on-demand table takes at once", 2, OnDemand);

    public static Quota PeakMinutes { get; } = new("minutes until a new peak counts as the previous one", 30, OnDemand);

    public static Quota PartitionWrites { get; } = new("writes/s of one partition", 1_000, Partitions);

    public static Quota BurstSeconds { get; } = new("seconds of unused provisioned writes that are kept for a burst", 300, Partitions);

    public static Quota ScalingMinutes { get; } =
        new("minutes above the target before provisioned writes are raised", 2, "AWS re:Post, *Why is DynamoDB auto scaling not working?*");

    public static Quota TableWrites { get; } = new("writes/s of one table", 40_000, TableQuotas);

    public static Quota RetentionSeconds { get; } = new("seconds that the table's stream keeps a record", 24 * 60 * 60, Streams);

    public static Quota PollRecords { get; } =
        new("stream records that one poll of a shard returns", 1_000, "DynamoDB Streams API Reference, *GetRecords*");

    public static Quota PollsASecond { get; } = new("polls of a shard in a second", 4, StreamPolls);

    public static Quota PayloadBytes { get; } =
        new("bytes of one invocation's event", 6 * 1_024 * 1_024, "Lambda Developer Guide, *Lambda quotas*");

    public static Quota ParallelizationFactor { get; } = new("batches of a shard at once, at most", 10, Mapping);

    public static Quota BatchSize { get; } = new("stream records of a batch, at most", 10_000, Mapping);

    public static Quota AccountConcurrency { get; } = new("concurrent executions of an account in a region", 1_000, Concurrency);

    public static Quota UnreservedConcurrency { get; } = new("concurrent executions that stay unreserved", 100, Concurrency);

    public static Quota RequestsAnExecution { get; } = new("requests/s for each concurrent execution of the quota", 10, Concurrency);

    public static Quota RampUnits { get; } = new("executions that a function may grow by at once", 1_000, Scaling);

    public static Quota RampSeconds { get; } = new("seconds until that allowance is full again", 10, Scaling);

    public static Quota LargeRegionMebibytes { get; } = new("MiB/s into a Firehose stream in N. Virginia, Oregon and Ireland", 5, Firehose);

    public static Quota LargeRegionRequests { get; } = new("requests/s there", 2_000, Firehose);

    public static Quota LargeRegionRecords { get; } = new("records/s there", 500_000, Firehose);

    public static Quota OtherRegionMebibytes { get; } = new("MiB/s into a Firehose stream in other regions", 1, Firehose);

    public static Quota OtherRegionRequests { get; } = new("requests/s there", 1_000, Firehose);

    public static Quota OtherRegionRecords { get; } = new("records/s there", 100_000, Firehose);

    public static IReadOnlyList<Quota> All { get; } =
    [
        NewTableWrites, PeakFactor, PeakMinutes, PartitionWrites, BurstSeconds, ScalingMinutes, TableWrites, RetentionSeconds,
        PollRecords, PollsASecond, PayloadBytes, ParallelizationFactor, BatchSize,
        AccountConcurrency, UnreservedConcurrency, RequestsAnExecution, RampUnits, RampSeconds,
        LargeRegionMebibytes, LargeRegionRequests, LargeRegionRecords, OtherRegionMebibytes, OtherRegionRequests, OtherRegionRecords,
    ];
}
