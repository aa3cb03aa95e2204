namespace Benchmarks.Start;

/// <summary>What is told of many measurements.</summary>
internal static class Statistics
{
    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
