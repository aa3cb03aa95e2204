using Analytics;
using FunctionHosting;

namespace Benchmarks.Capacity;

/// <summary>What the stack costs a month at any rate, in US dollars at the list prices of us-east-1.</summary>
/// <param name="HitsASecond">The traffic, day and night.</param>
/// <param name="Shards">The shards of the table's stream.</param>
/// <param name="Settings">The pipeline's settings.</param>
internal sealed record Costs(double HitsASecond, int Shards, PipelineSettings Settings)
{
    // Prices: https://aws.amazon.com/lambda/pricing/ (x86), /dynamodb/pricing/on-demand/, /dynamodb/pricing/provisioned/, /firehose/pricing/,
    // /s3/pricing/, /cloudwatch/pricing/, /xray/pricing/, /athena/pricing/.
    public const double MillionWrites = 0.625, WriteUnitHour = 0.00065;
    private const double LambdaMillionRequests = 0.20, LambdaGigabyteSecond = 0.0000166667, ProvisionedGigabyteSecond = 0.0000041667;
    private const double MillionReads = 0.125, TableGigabyte = 0.25, RecoveryGigabyte = 0.20;
    private const double FirehoseGigabyte = 0.029, S3ThousandPuts = 0.005, S3Gigabyte = 0.023, LogGigabyte = 0.50;
    private const double CustomMetric = 0.30, AlarmMetric = 0.10, MillionTraces = 5, AthenaTerabyte = 5;

    // Free each month and for good: https://aws.amazon.com/cloudwatch/pricing/ and /xray/pricing/.
    private const int FreeAlarmMetrics = 10;
    private const double FreeMillionTraces = 0.1;

    // The metrics that the stack's alarms watch; a test of the stack holds the guide's number to the template.
    private const int AlarmMetrics = 17;

    // Measured in the items, logs and delivered files of the local run.
    private const double ItemKilobytes = 0.7, CompressedBytes = 72, LogKilobytesAHit = 0.9, LogEntryKilobytes = 0.8;

    // Rules of the services.
    private const double FirehoseStepBytes = 5_000, AthenaLeastBytes = 10_000_000, ColdestObjectBytes = 128 * 1_024;
    private const double TracesASecond = 1, TracedShare = 0.05;

    public const int MinutesAMonth = 43_800, HoursAMonth = 730;
    private const int QueriesAMonth = 100;

    /// <summary>What one waiting process of the skill costs a month.</summary>
    public static double ProvisionedProcess => SkillGigabytes * ProvisionedGigabyteSecond * HoursAMonth * 3_600;

    /// <summary>Below so many hits a minute, no delivered object is large enough for Standard-IA.</summary>
    public static double HitsAnObjectForInfrequentAccess => ColdestObjectBytes / CompressedBytes;

    /// <summary>Each row of the deploy guide's table: what it is, how it comes about, and its dollars.</summary>
    public IReadOnlyList<(string Name, string Terms, double Dollars)> Rows =>
    [
        (
            "Skill",
            $"1M × ${LambdaMillionRequests:0.00}/M + 1M × {Measured.SkillSeconds * 1_000:0} ms × {SkillGigabytes} GB × ${LambdaGigabyteSecond:0.0000000000} = ${SkillMillion:0.00}",
            SkillMillion * Millions),
        (
            "Tables, requests",
            $"2 writes (hit, attributes) × ${MillionWrites}/M + 1.5 reads × ${MillionReads}/M = ${RequestsMillion:0.00}",
            RequestsMillion * Millions),
        (
            "Hits table, storage",
            $"{ItemKilobytes} KB × (${TableGigabyte:0.00} + ${RecoveryGigabyte:0.00} for recovery)/GB = ${ItemKilobytes * GigabyteKept:0.00}, with `hitTtlDays=30`",
            ItemKilobytes * GigabyteKept * Millions),
        (
            "Forwarder and delivery log",
            $"a batch in {Settings.WindowSeconds} s of each of {Shards} shards, {QuietBatchesAMinute * MinutesAMonth / 1e6:0.00}M at most: ${ForwarderMillion}/M + 2 writes + {LogEntryKilobytes} KB for 30 days",
            (ForwarderMillion + (2 * MillionWrites) + (LogEntryKilobytes * GigabyteKept)) * MillionBatches),
        (
            "Firehose",
            $"${FirehoseGigabyte}/GB; {Measured.LineBytes} bytes a hit, at least 5 KB a record, and a batch is one record",
            MillionBatches * 1e6 * Math.Max(FirehoseStepBytes, BytesAMinute / BatchesAMinute) / 1e9 * FirehoseGigabyte),
        (
            "S3",
            $"an object a minute × ${S3ThousandPuts}/1,000, {CompressedBytes} bytes a hit × ${S3Gigabyte}/GB, again for each month kept",
            (ObjectsAMinute * MinutesAMonth / 1e3 * S3ThousandPuts) + (BucketGigabytes * S3Gigabyte)),
        (
            "CloudWatch",
            $"{LogKilobytesAHit} KB of logs a hit × ${LogGigabyte:0.00}/GB, {CustomMetrics} metrics × ${CustomMetric:0.00}, {AlarmMetrics} alarm metrics, {FreeAlarmMetrics} of them free, × ${AlarmMetric:0.00}",
            (LogKilobytesAHit * Millions * LogGigabyte) + (CustomMetrics * CustomMetric) + ((AlarmMetrics - FreeAlarmMetrics) * AlarmMetric)),
        (
            "X-Ray",
            $"one trace a second and {TracedShare:0 %} of the others × ${MillionTraces}/M, {FreeMillionTraces}M free",
            Math.Max(0, MillionTracesTaken - FreeMillionTraces) * MillionTraces),
        (
            "Athena",
            $"{QueriesAMonth} queries over a whole month × ${AthenaTerabyte}/TB, 10 MB each at least",
            QueriesAMonth * Math.Max(AthenaLeastBytes, BucketGigabytes * 1e9) / 1e12 * AthenaTerabyte),
    ];

    public double Sum => Rows.Sum(row => row.Dollars);

    /// <summary>The metrics that the functions emit: answers by outcome, cold starts by function.</summary>
    private static int CustomMetrics => Metrics.All.Count - 1 + Enum.GetValues<Outcome>().Length + 1;

    private static double SkillGigabytes => Pipeline.SkillMemoryMegabytes / 1_024.0;

    private static double SkillMillion => LambdaMillion(Measured.SkillSeconds, Pipeline.SkillMemoryMegabytes);

    private static double RequestsMillion => (2 * MillionWrites) + (1.5 * MillionReads);

    private static double GigabyteKept => TableGigabyte + RecoveryGigabyte;

    private static double ForwarderMillion => Math.Round(LambdaMillion(Measured.BatchSeconds, Pipeline.ForwarderMemoryMegabytes), 3);

    private double HitsAMinute => HitsASecond * 60;

    private double Millions => HitsAMinute * MinutesAMonth / 1e6;

    /// <summary>The batches where each ends with its window.</summary>
    private double QuietBatchesAMinute => 60.0 / Settings.WindowSeconds * Shards;

    private double BatchesAMinute => Math.Min(HitsAMinute, Math.Max(QuietBatchesAMinute, HitsAMinute / Settings.BatchHits));

    private double MillionBatches => BatchesAMinute * MinutesAMonth / 1e6;

    private double ObjectsAMinute => Math.Max(
        Math.Min(60.0 / Settings.BufferSeconds, HitsAMinute), BytesAMinute / (Settings.BufferMebibytes * 1_024.0 * 1_024));

    private double BytesAMinute => HitsAMinute * Measured.LineBytes;

    private double BucketGigabytes => Millions * 1e6 * CompressedBytes / 1e9;

    // X-Ray's default rule, for the skill and the forwarder each: https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html
    private double MillionTracesTaken => (TracedAMinute(HitsAMinute) + TracedAMinute(BatchesAMinute)) * MinutesAMonth / 1e6;

    private static double LambdaMillion(double seconds, int megabytes) =>
        LambdaMillionRequests + (seconds * megabytes / 1_024 * LambdaGigabyteSecond * 1e6);

    private static double TracedAMinute(double requests)
    {
        var sampled = Math.Min(requests, TracesASecond * 60);
        return sampled + (TracedShare * (requests - sampled));
    }
}
