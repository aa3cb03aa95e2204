namespace StreamToFirehoseFunction;

/// <summary>The limits of Firehose's PutRecordBatch, from its API reference.</summary>
internal static class FirehoseLimits
{
    public const int MaxRecordBytes = 1_024_000; // 1,000 KiB, before base64

    public const int MaxCallBytes = 4 * 1_024 * 1_024; // 4 MiB, before base64

    public const int MaxCallRecords = 500;
}
