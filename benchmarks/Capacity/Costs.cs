using Analytics;
using FunctionHosting;

namespace Benchmarks.Capacity;

/// <summary>
/// What the stack costs a month at any rate, in US dollars at the list prices of us-east-1. A test holds it to the deploy guide's table,
/// where the same model stands for low rates; above them batches and objects are as large as they may be.
/// </summary>
/// <param name="HitsASecond">The traffic, day and night.</param>
/// <param name="Shards">The shards of the table's stream.</param>
/// <param name="Settings">The pipeline's settings.</param>
internal sealed record Costs(double HitsASecond, int Shards, PipelineSettings Settings)
{
    // Prices: https://aws.amazon.com/lambda/pricing/ (x86), /dynamodb/pricing/on-demand/, /firehose/pricing/, /s3/pricing/,
    // /cloudwatch/pricing/, /xray/pricing/, /athena/pricing/.
    private const double LambdaMillionRequests = 0.20, LambdaGigabyteSecond = 0.0000166667;
    private const double MillionWrites = 0.625, MillionReads = 0.125, TableGigabyte = 0.25, RecoveryGigabyte = 0.20;
    private const double FirehoseGigabyte = 0.029, S3ThousandPuts = 0.005, S3Gigabyte = 0.023, LogGigabyte = 0.50;
    private const double CustomMetric = 0.30, AlarmMetric = 0.10, MillionTraces = 5, AthenaTerabyte = 5;
    private const int ChargedAlarmMetrics = 7;
    private const double FreeMillionTraces = 0.1;

    private const double ItemKilobytes = 0.7, CompressedBytes = 72, LogKilobytesAHit = 0.9, LogEntryKilobytes = 0.8;
    private const double FirehoseStepBytes = 5_000, AthenaLeastBytes = 10_000_000, TracesASecond = 1, TracedShare = 0.05;
    private const int MinutesAMonth = 43_800, QueriesAMonth = 100;

    /// <summary>Each row of the guide's table.</summary>
    public IReadOnlyList<(string Name, double Dollars)> Rows =>
    [
        ("Skill", Millions * (LambdaMillionRequests + Compute(Measured.SkillSeconds, Pipeline.SkillMemoryMegabytes))),
        ("Tables, requests", Millions * ((2 * MillionWrites) + (1.5 * MillionReads))),
        ("Hits table, storage", Millions * ItemKilobytes * (TableGigabyte + RecoveryGigabyte)),
        ("Forwarder and delivery log", MillionBatches * (LambdaMillionRequests
            + Compute(Measured.BatchSeconds, Pipeline.ForwarderMemoryMegabytes)
            + (2 * MillionWrites)
            + (LogEntryKilobytes * (TableGigabyte + RecoveryGigabyte)))),
        ("Firehose", BatchesAMinute * MinutesAMonth * Math.Max(FirehoseStepBytes, BytesAMinute / BatchesAMinute) / 1e9 * FirehoseGigabyte),
        ("S3", (ObjectsAMinute * MinutesAMonth / 1e3 * S3ThousandPuts) + (BucketGigabytes * S3Gigabyte)),
        ("CloudWatch", (LogKilobytesAHit * Millions * LogGigabyte) + (CustomMetrics * CustomMetric) + (ChargedAlarmMetrics * AlarmMetric)),
        ("X-Ray", Math.Max(0, ((Traced(HitsAMinute) + Traced(BatchesAMinute)) * MinutesAMonth / 1e6) - FreeMillionTraces) * MillionTraces),
        ("Athena", QueriesAMonth * Math.Max(AthenaLeastBytes, BucketGigabytes * 1e9) / 1e12 * AthenaTerabyte),
    ];

    public double Sum => Rows.Sum(row => row.Dollars);

    private static int CustomMetrics => Metrics.All.Count - 1 + Enum.GetValues<Outcome>().Length + 1;

    private double HitsAMinute => HitsASecond * 60;

    private double Millions => HitsAMinute * MinutesAMonth / 1e6;

    private double BatchesAMinute => Math.Min(
        HitsAMinute, Math.Max(60.0 / Settings.WindowSeconds * Shards, HitsAMinute / Settings.BatchHits));

    private double MillionBatches => BatchesAMinute * MinutesAMonth / 1e6;

    private double ObjectsAMinute => Math.Max(
        Math.Min(60.0 / Settings.BufferSeconds, HitsAMinute), BytesAMinute / (Settings.BufferMebibytes * 1_024.0 * 1_024));

    private double BytesAMinute => HitsAMinute * Measured.LineBytes;

    private double BucketGigabytes => Millions * 1e6 * CompressedBytes / 1e9;

    private static double Compute(double seconds, int megabytes) => seconds * megabytes / 1_024 * LambdaGigabyteSecond * 1e6;

    private static double Traced(double aMinute)
    {
        var sampled = Math.Min(aMinute, TracesASecond * 60);
        return sampled + (TracedShare * (aMinute - sampled));
    }
}
