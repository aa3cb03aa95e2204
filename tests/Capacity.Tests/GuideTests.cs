using System.Text.RegularExpressions;

namespace Capacity.Tests;

/// <summary>Makes the tables and charts of docs/capacity.md. With CAPACITY=write they are written, else they are compared.</summary>
public sealed class GuideTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("CAPACITY") == "write";
    private const string HowTo = $"write it with CAPACITY=write dotnet test tests/Capacity.Tests --filter {nameof(GuideTests)}";

    [Fact]
    public void The_guides_tables_are_what_the_simulator_gives()
    {
        var path = Checkout.Find("docs", "capacity.md");
        var guide = File.ReadAllText(path).ReplaceLineEndings("\n");
        var made = GuideTables.All.Aggregate(guide, (text, table) =>
        {
            var place = new Regex($"(?<=<!-- {table.Key} -->\n).*?(?=<!-- end -->)", RegexOptions.Singleline);
            place.IsMatch(text).ShouldBeTrue($"The guide has no place for the table '{table.Key}'.");
            return place.Replace(text, _ => $"\n{table.Value}\n", 1);
        });
        if (Writes)
        {
            File.WriteAllText(path, made);
        }

        (Writes ? made : guide).ShouldBe(made, HowTo);
    }

    [Fact]
    public void The_guides_charts_are_what_the_simulator_draws()
    {
        var guide = Checkout.Read("docs", "capacity.md");
        foreach (var (name, svg) in Charts.All)
        {
            var path = Checkout.Find("docs", "images", name);
            if (Writes)
            {
                File.WriteAllText(path, svg);
            }

            File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(svg, HowTo);
            guide.ShouldContain($"](images/{name})");
        }
    }
}
