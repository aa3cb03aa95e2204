using Analytics;

namespace Benchmarks.Capacity;

/// <summary>What the simulated pipeline is set to; by default what the stack deploys into an account with the default quotas.</summary>
internal sealed record PipelineSettings
{
    /// <summary>Whether the region is one of the three with Firehose's larger quotas.</summary>
    public bool IsLargeRegion { get; init; } = true;

    /// <summary>The least and the most provisioned writes/s of <c>hitsCapacity</c>; null = on-demand.</summary>
    public (int Least, int Most)? ProvisionedWrites { get; init; }

    /// <summary>Writes/s that an on-demand table is warm for.</summary>
    public int WarmWrites { get; init; } = (int)Quotas.NewTableWrites.Value;

    /// <summary>Minutes until an on-demand table takes twice a new peak.</summary>
    public int PeakMinutes { get; init; } = (int)Quotas.PeakMinutes.Value;

    /// <summary>The account's quota of writes/s for a table.</summary>
    public int TableWrites { get; init; } = (int)Quotas.TableWrites.Value;

    /// <summary>The account's quota of concurrent executions.</summary>
    public int Concurrency { get; init; } = (int)Quotas.AccountConcurrency.Value;

    /// <summary>Processes of the skill that wait, started; 0 = none.</summary>
    public int ProvisionedConcurrency { get; init; }

    /// <summary>Executions reserved for the forwarder, which are also its most; 0 = none.</summary>
    public int ForwarderConcurrency { get; init; }

    public int ParallelizationFactor { get; init; } = Pipeline.ParallelizationFactor;

    public int BatchSize { get; init; } = Pipeline.BatchSize;

    public int WindowSeconds { get; init; } = Pipeline.BatchWindowSeconds;

    public int RecordAgeSeconds { get; init; } = Pipeline.MaxRecordAgeSeconds;

    /// <summary>Firehose's quota of MiB/s; null = the region's default. The other two quotas grow with it.</summary>
    public double? FirehoseMebibytes { get; init; }

    public int BufferSeconds { get; init; } = Pipeline.BufferSeconds;

    public int BufferMebibytes { get; init; } = Pipeline.BufferMebibytes;

    /// <summary>Seconds that a hit may take to the bucket; by default those after which the alarm StreamLag goes off.</summary>
    public int MaxLagSeconds { get; init; } = 15 * 60;

    /// <summary>MiB/s that Firehose takes.</summary>
    public double Mebibytes => FirehoseMebibytes ?? RegionMebibytes;

    /// <summary>Requests/s that Firehose takes.</summary>
    public double FirehoseRequests => Raised * (IsLargeRegion ? Quotas.LargeRegionRequests : Quotas.OtherRegionRequests).Value;

    /// <summary>Records/s that Firehose takes.</summary>
    public double FirehoseRecords => Raised * (IsLargeRegion ? Quotas.LargeRegionRecords : Quotas.OtherRegionRecords).Value;

    /// <summary>Hits of one batch at most: an invocation's event ends before the largest batch does.</summary>
    public int BatchHits => Math.Min(BatchSize, (int)(Quotas.PayloadBytes.Value / Measured.EventBytes));

    private double RegionMebibytes => (IsLargeRegion ? Quotas.LargeRegionMebibytes : Quotas.OtherRegionMebibytes).Value;

    private double Raised => Mebibytes / RegionMebibytes;
}
