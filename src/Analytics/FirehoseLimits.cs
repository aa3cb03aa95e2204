namespace Analytics;

/// <summary>The limits of Firehose's PutRecordBatch, from its API reference.</summary>
public static class FirehoseLimits
{
    /// <summary>Bytes of a record before base64, at most: 1,000 KiB.</summary>
    public const int MaxRecordBytes = 1_024_000;

    /// <summary>Bytes of a call's records before base64, at most: 4 MiB.</summary>
    public const int MaxCallBytes = 4 * 1_024 * 1_024;

    /// <summary>Records in a call, at most.</summary>
    public const int MaxCallRecords = 500;
}
