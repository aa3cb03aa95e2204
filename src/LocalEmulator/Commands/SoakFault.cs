namespace LocalEmulator.Commands;

/// <summary>What a soak may do to the pipeline.</summary>
internal enum SoakFault
{
    /// <summary>A put is answered with ServiceUnavailableException, 503.</summary>
    Throttle,

    /// <summary>Firehose takes some records of a put, or none where it has but one.</summary>
    Partial,

    /// <summary>A put fails with InternalFailure, 500.</summary>
    Error,

    /// <summary>A put is written, and then fails or loses its connection.</summary>
    WrittenError,

    /// <summary>A put, written or not, is never answered.</summary>
    Hang,

    /// <summary>The forwarder is killed in a put, which is written or not.</summary>
    Kill,

    /// <summary>A hit's item has an attribute that no line can hold.</summary>
    Poison,

    /// <summary>The emulator and all its processes are killed and started again on their data folder.</summary>
    Restart,

    /// <summary>S3 ends; the emulator gives up and is started again.</summary>
    Outage,
}
