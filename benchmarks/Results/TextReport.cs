using System.Text;

namespace Benchmarks.Results;

/// <summary>What the program prints of a suite.</summary>
internal static class TextReport
{
    public static string Of(SuiteResult result)
    {
        var text = new StringBuilder().Append(result.Suite.Name).Append('\n');
        foreach (var comparison in result.Comparisons)
        {
            text.Append("  ").Append(comparison.What).Append(", ").Append(comparison.Unit).Append('\n');
            foreach (var series in comparison.Series)
            {
                text.Append($"    {series.Candidate,-36}{Cell(Spread.Of(series.Rounds)),-34}{Cell(comparison.RatioOf(series))}".TrimEnd()).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Cell(Spread? spread) => spread is null ? ""
        : Figure.QuartilesOf(spread) is { Length: > 0 } quartiles ? $"{Figure.Of(spread.Median)} ({quartiles})"
        : Figure.Of(spread.Median);
}
