using Analytics;

namespace LocalEmulator.Services;

/// <summary>The settings of an event source mapping.</summary>
/// <param name="BatchSize">Records in a batch, at most.</param>
/// <param name="BatchBytes">Bytes of an invocation's payload, at most.</param>
/// <param name="Window">How long a batch may wait for more records.</param>
/// <param name="MaxRetryAttempts">How often a batch that failed as a whole is tried again.</param>
/// <param name="MaxRecordAge">The age at which a record is given up.</param>
/// <param name="Bisect">Whether a batch whose invocation failed is halved.</param>
/// <param name="FirstBackoff">The wait before a first retry, before jitter; it doubles with each.</param>
/// <param name="MaxBackoff">The longest wait.</param>
/// <param name="Seed">Seeds the waits' jitter.</param>
internal sealed record MappingSettings(
    int BatchSize,
    int BatchBytes,
    TimeSpan Window,
    int MaxRetryAttempts,
    TimeSpan MaxRecordAge,
    bool Bisect,
    TimeSpan FirstBackoff,
    TimeSpan MaxBackoff,
    int Seed)
{
    /// <summary>Bytes that a payload may have (Lambda: 6 MB).</summary>
    public const int MaxPayloadBytes = 6 * 1024 * 1024;

    /// <summary>The settings that the stack deploys.</summary>
    public static MappingSettings Default { get; } = new(
        Pipeline.BatchSize,
        MaxPayloadBytes,
        TimeSpan.FromSeconds(Pipeline.BatchWindowSeconds),
        Pipeline.MaxRetryAttempts,
        TimeSpan.FromSeconds(Pipeline.MaxRecordAgeSeconds),
        Pipeline.BisectOnError,
        FirstBackoff: TimeSpan.FromMilliseconds(100),
        MaxBackoff: TimeSpan.FromSeconds(3),
        Seed: 1);
}
