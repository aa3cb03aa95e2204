using Analytics;

namespace Benchmarks.Capacity;

/// <summary>
/// Sizes and durations that were measured, by the benchmarks and the local run. A test holds copies to their
/// sources.
/// </summary>
internal static class Measured
{
    /// <summary>Seconds of one request to the skill.</summary>
    public const double SkillSeconds = 0.020;

    /// <summary>Seconds for which the skill tries to write a hit; then the answer goes out without it.</summary>
    public const int WriteSeconds = 1;

    /// <summary>Seconds that the forwarder spends on a batch beside its lines, most of them waiting for Firehose.</summary>
    public const double BatchSeconds = 0.030;

    /// <summary>Lines a second of the forwarder's transform on a whole core.</summary>
    public const double LinesASecond = 542_000;

    /// <summary>Megabytes of memory at which Lambda gives a whole core.</summary>
    public const double CoreMegabytes = 1_769;

    /// <summary>Bytes of a hit's line.</summary>
    public const int LineBytes = 360;

    /// <summary>Bytes of a hit in the event that the forwarder gets.</summary>
    public const int EventBytes = 1_304;

    /// <summary>The use of provisioned writes that the table's scaling aims at.</summary>
    public const double TargetUse = 0.70;

    /// <summary>Seconds that the forwarder takes for the lines of one hit.</summary>
    public static double LineSeconds => CoreMegabytes / Pipeline.ForwarderMemoryMegabytes / LinesASecond;
}
