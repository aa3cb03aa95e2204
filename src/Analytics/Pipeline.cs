namespace Analytics;

/// <summary>The settings of the mapping from the table's stream and of the delivery to S3, which the stack deploys and the local run follows.</summary>
public static class Pipeline
{
    /// <summary>The mapping's filter: items that are put, and not those that change or expire.</summary>
    public const string StreamFilter = """{"eventName":["INSERT"]}""";

    /// <summary>Stream records handed to the forwarder at once, at most (Lambda allows 10,000).</summary>
    public const int BatchSize = 1_000;

    /// <summary>Seconds that the mapping waits for a batch to fill (Lambda allows 0 to 300).</summary>
    public const int BatchWindowSeconds = 10;

    /// <summary>Age in seconds at which a record is given up, below the stream's retention of 24 hours (Lambda allows 60 to 604,800).</summary>
    public const int MaxRecordAgeSeconds = 23 * 60 * 60;

    /// <summary>Times that a failing batch is tried again before it goes to the failure destination; throttles and bisecting do not count.</summary>
    public const int MaxRetryAttempts = 25;

    /// <summary>Whether a batch that failed as a whole is halved and each half tried on its own.</summary>
    public const bool BisectOnError = true;

    /// <summary>Batches of one shard that are worked on at once (Lambda allows 1 to 10); one keeps them large.</summary>
    public const int ParallelizationFactor = 1;

    /// <summary>Megabytes of the forwarder: batches of 6 MB take up to 133, by the packages that run its loop.</summary>
    public const int ForwarderMemoryMegabytes = 256;

    /// <summary>Megabytes of the skill: they buy the processor share (0.29 of a core) that an answer computes with.</summary>
    public const int SkillMemoryMegabytes = 512;

    /// <summary>Seconds the forwarder may take for one batch.</summary>
    public const int ForwarderTimeoutSeconds = 60;

    /// <summary>Seconds the skill may take for one request; Alexa waits 8.</summary>
    public const int SkillTimeoutSeconds = 8;

    /// <summary>Mebibytes that Firehose gathers before it writes an object (it allows 1 to 128 MiB).</summary>
    public const int BufferMebibytes = 64;

    /// <summary>Seconds that Firehose gathers before it writes an object (it allows 0 to 900).</summary>
    public const int BufferSeconds = 60;

    /// <summary>What the names of delivered objects end with: they are gzip-compressed CSV.</summary>
    public const string FileExtension = ".csv.gz";
}
