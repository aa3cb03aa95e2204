namespace LocalAws.Lambda;

/// <summary>The settings of an event source mapping, with ReportBatchItemFailures on and one batch at a time; the defaults are Lambda's.</summary>
public sealed record MappingSettings
{
    /// <summary>The most records of a batch.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>The most bytes of an invocation's payload.</summary>
    public int BatchBytes { get; init; } = InvocationPayload.MaxBytes;

    /// <summary>The time that a batch may wait for more records.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>The number of times that a batch is tried again which failed as a whole.</summary>
    public int MaxRetryAttempts { get; init; } = 10_000;

    /// <summary>The age at which a record is given up.</summary>
    public TimeSpan MaxRecordAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether a batch whose invocation failed is halved.</summary>
    public bool Bisect { get; init; }

    /// <summary>The wait before a first retry, before jitter; it doubles with each.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait before a retry.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The seed of the waits' jitter.</summary>
    public int Seed { get; init; } = 1;
}
