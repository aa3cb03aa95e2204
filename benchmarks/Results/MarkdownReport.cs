using System.Text;

namespace Benchmarks.Results;

/// <summary>The page of all figures, and a chart for each suite beside it.</summary>
internal static class MarkdownReport
{
    public const string FileName = "README.md";

    public static async Task WriteAsync(string folder, Machine machine, IReadOnlyList<SuiteResult> results)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, FileName), Of(machine, results));
        foreach (var result in results)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, ChartOf(result.Suite)), RatioChart.Of(result));
        }
    }

    public static string ChartOf(Suite suite) => $"{suite.Name}.svg";

    public static string Of(Machine machine, IReadOnlyList<SuiteResult> results)
    {
        var text = new StringBuilder(
            $"""
            # Figures

            `dotnet run -c Release --project benchmarks` writes this page; `--help` says what else it does.

            {machine.Date:yyyy-MM-dd}: {machine.Processor}, {machine.Cores} cores; {machine.System}; .NET {machine.DotNet}; Node.js {machine.Node}.

            In each suite the candidates work in turns, round by round, in one run. A figure is the median of the rounds, with the quartiles
            beside it. The ratio says how many times the first candidate's cost another one has, round by round: at 6 it takes six times as much,
            or does a sixth of the work in a second; below 1 it is cheaper than the first.

            """);
        foreach (var result in results)
        {
            Add(text, result);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, SuiteResult result)
    {
        text.Append(
            $"""

            ## {result.Suite.Title}

            {result.Suite.About}

            ![{result.Suite.Title}: what the others cost beside the first]({ChartOf(result.Suite)})

            | what | candidate | median | quartiles | ratio | its quartiles |
            |---|---|---|---|---|---|

            """);
        foreach (var comparison in result.Comparisons)
        {
            foreach (var series in comparison.Series)
            {
                var what = ReferenceEquals(series, comparison.Series[0]) ? $"{comparison.What}, {comparison.Unit}" : "";
                var value = Spread.Of(series.Rounds);
                var ratio = comparison.RatioOf(series);
                text.Append('|').AppendJoin('|', new[]
                {
                    what, series.Candidate, Figure.Of(value.Median), Figure.QuartilesOf(value),
                    ratio is null ? "" : Figure.Of(ratio.Median), ratio is null ? "" : Figure.QuartilesOf(ratio),
                }.Select(cell => cell.Length == 0 ? " " : $" {cell} ")).Append("|\n");
            }
        }
    }
}
