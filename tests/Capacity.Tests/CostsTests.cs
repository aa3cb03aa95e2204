using System.Globalization;
using System.Text.RegularExpressions;

namespace Capacity.Tests;

/// <summary>Makes the guide's table of costs. With the variable COSTS=write it is written, else it is compared.</summary>
public sealed partial class CostsTests
{
    private const int Shards = 4; // of a table without much traffic

    private static readonly double[] HitsAMinute = [1, 100, 10_000];

    [Fact]
    public void The_guides_table_is_what_the_prices_give()
    {
        var guide = Checkout.Read("cdk", "README.md").ReplaceLineEndings("\n");
        var written = Table().Replace(guide, _ => Made(), 1);
        if (Environment.GetEnvironmentVariable("COSTS") == "write")
        {
            File.WriteAllText(Checkout.Find("cdk", "README.md"), written);
            return;
        }

        guide.ShouldBe(written, $"write it with COSTS=write dotnet test tests/Capacity.Tests --filter {nameof(CostsTests)}");
    }

    [Fact]
    public void The_guides_other_figures_are_those_of_the_prices()
    {
        var guide = Regex.Replace(Checkout.Read("cdk", "README.md"), @"\s+", " ");

        guide.ShouldContain(Text($"a process a month: ${Costs.ProvisionedProcess:0.00}"));
        guide.ShouldContain(Text($"below {Math.Floor(Costs.HitsAnObjectForInfrequentAccess / 100) * 100:#,0} hits a minute"));
        guide.ShouldContain(Text($"300 units × ${Costs.WriteUnitHour} × {Costs.HoursAMonth} h = ${300 * Costs.WriteUnitHour * Costs.HoursAMonth:0}"));
        guide.ShouldContain(Text($"against ${10_000.0 * Costs.MinutesAMonth / 1e6 * Costs.MillionWrites:0}"));
    }

    [Fact]
    public void The_guides_capacity_lies_above_the_traffic_that_it_is_for()
    {
        var least = Capacity().Matches(Checkout.Read("cdk", "README.md"))
            .Select(example => int.Parse(example.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();

        least.Length.ShouldBeGreaterThan(1);
        least.ShouldAllBe(units => units > 10_000 / 60.0 / 0.7);
    }

    private static string Made()
    {
        var columns = HitsAMinute.Select(hits => new Costs(hits / 60, Shards, new PipelineSettings())).ToArray();
        var rows = columns[0].Rows.Select((row, index) =>
            $"| {row.Name} | {row.Terms} | {string.Join(" | ", columns.Select(column => Text($"{column.Rows[index].Dollars:#,0.00}")))} |");
        var sum = $"| **Sum** | | {string.Join(" | ", columns.Select(column => Text($"**{column.Sum:#,0}**")))} |";
        return string.Join('\n', rows.Append(sum)) + "\n";
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"^\| Skill \| .+?^\| \*\*Sum\*\* [^\n]+\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<=such as `|hitsCapacity=)([0-9]+)-[0-9]+")]
    private static partial Regex Capacity();
}
