namespace FunctionHosting;

/// <summary>A CloudWatch metric.</summary>
/// <param name="Name">Its name in the namespace.</param>
/// <param name="Unit">Its unit, in CloudWatch's words.</param>
public sealed record Metric(string Name, string Unit);

/// <summary>What the functions emit, and dashboard and alarms read; each has the dimension <see cref="FunctionDimension"/>.</summary>
public static class Metrics
{
    /// <summary>The namespace of every metric, where METRICS_NAMESPACE names no other.</summary>
    public const string Namespace = "PetMatch";

    /// <summary>The dimension that holds the function's name, as Lambda's own metrics have it: stages stay apart.</summary>
    public const string FunctionDimension = "FunctionName";

    /// <summary>The second dimension of <see cref="Answers"/>, which holds the outcome as the column <c>outcome</c> does.</summary>
    public const string OutcomeDimension = "Outcome";

    /// <summary>Hits written to the table (skill).</summary>
    public static Metric Hits { get; } = new("Hits", "Count");

    /// <summary>Hits that could not be written and are lost (skill).</summary>
    public static Metric HitsNotWritten { get; } = new("HitsNotWritten", "Count");

    /// <summary>Answers to Pet Match requests, by outcome (skill).</summary>
    public static Metric Answers { get; } = new("Answers", "Count");

    /// <summary>How long a breed look-up took (skill).</summary>
    public static Metric LookupTime { get; } = new("LookupTime", "Milliseconds");

    /// <summary>Requests whose user could not be remembered, or recalled (skill).</summary>
    public static Metric MemoryFailures { get; } = new("MemoryFailures", "Count");

    /// <summary>First requests of a process (both).</summary>
    public static Metric ColdStarts { get; } = new("ColdStarts", "Count");

    /// <summary>Stream records that Firehose took, one line each (forwarder).</summary>
    public static Metric DeliveredRecords { get; } = new("DeliveredRecords", "Count");

    /// <summary>Bytes of the lines that Firehose took (forwarder).</summary>
    public static Metric DeliveredBytes { get; } = new("DeliveredBytes", "Bytes");

    /// <summary>Batches of which the stream repeats a part or all (forwarder).</summary>
    public static Metric BatchFailures { get; } = new("BatchFailures", "Count");

    /// <summary>Records put into quarantine (forwarder).</summary>
    public static Metric QuarantinedRecords { get; } = new("QuarantinedRecords", "Count");

    /// <summary>Every metric.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Hits, HitsNotWritten, Answers, LookupTime, MemoryFailures, ColdStarts,
        DeliveredRecords, DeliveredBytes, BatchFailures, QuarantinedRecords,
    ];
}
