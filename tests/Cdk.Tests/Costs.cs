using Analytics;
using FunctionHosting;

namespace Cdk.Tests;

/// <summary>What the stack costs a month, in US dollars at the list prices of us-east-1, by hits a minute.</summary>
/// <param name="HitsAMinute">The traffic, day and night.</param>
/// <param name="AlarmMetrics">How many metrics the alarms watch.</param>
internal sealed record Costs(double HitsAMinute, int AlarmMetrics)
{
    // Prices: https://aws.amazon.com/lambda/pricing/ (x86), /dynamodb/pricing/on-demand/, /dynamodb/pricing/provisioned/, /firehose/pricing/,
    // /s3/pricing/, /cloudwatch/pricing/, /xray/pricing/, /athena/pricing/.
    public const double LambdaMillionRequests = 0.20, LambdaGigabyteSecond = 0.0000166667, ProvisionedGigabyteSecond = 0.0000041667;
    public const double MillionWrites = 0.625, MillionReads = 0.125, TableGigabyte = 0.25, RecoveryGigabyte = 0.20, WriteUnitHour = 0.00065;
    public const double FirehoseGigabyte = 0.029, S3ThousandPuts = 0.005, S3Gigabyte = 0.023, LogGigabyte = 0.50;
    public const double CustomMetric = 0.30, AlarmMetric = 0.10, MillionTraces = 5, AthenaTerabyte = 5;

    // Free each month and for good: https://aws.amazon.com/cloudwatch/pricing/ and /xray/pricing/.
    public const int FreeAlarmMetrics = 10;
    public const double FreeMillionTraces = 0.1;

    // Measured: the benchmarks (start, forwarder), and the delivered files of the local run.
    public const double SkillSeconds = 0.020, ForwarderSeconds = 0.030;
    public const double ItemKilobytes = 0.7, LineBytes = 360, CompressedBytes = 72, LogKilobytesAHit = 0.9, LogEntryKilobytes = 0.8;

    // Rules of the services.
    public const double FirehoseStepBytes = 5_000, AthenaLeastBytes = 10_000_000, ColdestObjectBytes = 128 * 1_024;
    public const int Shards = 4, TracesASecond = 1;
    public const double TracedShare = 0.05;

    public const int MinutesAMonth = 43_800, HoursAMonth = 730, QueriesAMonth = 100;

    /// <summary>The metrics that the functions emit: answers by outcome, cold starts by function.</summary>
    public static int CustomMetrics => Metrics.All.Count - 1 + Enum.GetValues<Outcome>().Length + 1;

    /// <summary>What one waiting process of the skill costs a month.</summary>
    public static double ProvisionedProcess => Pipeline.SkillMemoryMegabytes / 1_024.0 * ProvisionedGigabyteSecond * HoursAMonth * 3_600;

    /// <summary>Below so many hits a minute, no delivered object is large enough for Standard-IA.</summary>
    public static double HitsAnObjectForInfrequentAccess => ColdestObjectBytes / CompressedBytes;

    /// <summary>Each row of the guide's table: what it is, how it comes about, and its dollars.</summary>
    public IReadOnlyList<(string Name, string Terms, double Dollars)> Rows =>
    [
        ("Skill", $"1M × ${LambdaMillionRequests:0.00}/M + 1M × {SkillSeconds * 1_000:0} ms × {SkillGigabytes} GB × ${LambdaGigabyteSecond:0.0000000000} = ${SkillMillion:0.00}", SkillMillion * Millions),
        ("Tables, requests", $"2 writes (hit, attributes) × ${MillionWrites}/M + 1.5 reads × ${MillionReads}/M = ${RequestsMillion:0.00}", RequestsMillion * Millions),
        ("Hits table, storage", $"{ItemKilobytes} KB × (${TableGigabyte:0.00} + ${RecoveryGigabyte:0.00} for recovery)/GB = ${StorageMillion:0.00}, with `hitTtlDays=30`", StorageMillion * Millions),
        ("Forwarder and delivery log", $"a batch in {Pipeline.BatchWindowSeconds} s of each of {Shards} shards, {BatchesAtMost:0.00}M at most: ${ForwarderMillion}/M + 2 writes + {LogEntryKilobytes} KB for 30 days", (ForwarderMillion + (2 * MillionWrites) + (LogEntryKilobytes * GigabyteKept)) * MillionBatches),
        ("Firehose", $"${FirehoseGigabyte}/GB; {LineBytes} bytes a hit, at least 5 KB a record, and a batch is one record", FirehoseGigabytes * FirehoseGigabyte),
        ("S3", $"an object a minute × ${S3ThousandPuts}/1,000, {CompressedBytes} bytes a hit × ${S3Gigabyte}/GB, again for each month kept", (ObjectsThousands * S3ThousandPuts) + (BucketGigabytes * S3Gigabyte)),
        ("CloudWatch", $"{LogKilobytesAHit} KB of logs a hit × ${LogGigabyte:0.00}/GB, {CustomMetrics} metrics × ${CustomMetric:0.00}, {AlarmMetrics} alarm metrics, {FreeAlarmMetrics} of them free, × ${AlarmMetric:0.00}", (LogKilobytesAHit * Millions * LogGigabyte) + (CustomMetrics * CustomMetric) + ((AlarmMetrics - FreeAlarmMetrics) * AlarmMetric)),
        ("X-Ray", $"one trace a second and {TracedShare:0 %} of the others × ${MillionTraces}/M, {FreeMillionTraces}M free", Math.Max(0, MillionTracesTaken - FreeMillionTraces) * MillionTraces),
        ("Athena", $"{QueriesAMonth} queries over a whole month × ${AthenaTerabyte}/TB, 10 MB each at least", QueriesAMonth * Math.Max(AthenaLeastBytes, BucketGigabytes * 1e9) / 1e12 * AthenaTerabyte),
    ];

    private static double SkillGigabytes => Pipeline.SkillMemoryMegabytes / 1_024.0;

    private static double SkillMillion => LambdaMillionRequests + (SkillSeconds * SkillGigabytes * LambdaGigabyteSecond * 1e6);

    private static double RequestsMillion => (2 * MillionWrites) + (1.5 * MillionReads);

    private static double GigabyteKept => TableGigabyte + RecoveryGigabyte;

    private static double StorageMillion => ItemKilobytes * GigabyteKept;

    private static double ForwarderMillion => Math.Round(
        LambdaMillionRequests + (ForwarderSeconds * Pipeline.ForwarderMemoryMegabytes / 1_024 * LambdaGigabyteSecond * 1e6), 3);

    private static double BatchesAMinuteAtMost => 60.0 / Pipeline.BatchWindowSeconds * Shards;

    private static double BatchesAtMost => BatchesAMinuteAtMost * MinutesAMonth / 1e6;

    private double Millions => HitsAMinute * MinutesAMonth / 1e6;

    private double BatchesAMinute => Math.Min(HitsAMinute, BatchesAMinuteAtMost);

    private double MillionBatches => BatchesAMinute * MinutesAMonth / 1e6;

    private double FirehoseGigabytes => MillionBatches * 1e6 * Math.Max(FirehoseStepBytes, LineBytes * HitsAMinute / BatchesAMinute) / 1e9;

    private double ObjectsThousands => Math.Min(1, HitsAMinute) * MinutesAMonth / 1e3;

    private double BucketGigabytes => Millions * 1e6 * CompressedBytes / 1e9;

    // X-Ray's default rule, for the skill and the forwarder each: https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html
    private double MillionTracesTaken => (TracedAMinute(HitsAMinute) + TracedAMinute(BatchesAMinute)) * MinutesAMonth / 1e6;

    private static double TracedAMinute(double requests)
    {
        var sampled = Math.Min(requests, TracesASecond * 60);
        return sampled + (TracedShare * (requests - sampled));
    }
}
