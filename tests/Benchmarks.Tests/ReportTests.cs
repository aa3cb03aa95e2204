using System.Globalization;
using System.Xml.Linq;

namespace Benchmarks.Tests;

public sealed class ReportTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly SuiteResult Result = new(
        Suite.All[0],
        [
            new Comparison("a < b", "ms", [new Series("ours", [10, 10]), new Series("theirs", [20, 40]), new Series("bare", [5, 5])]),
            new Comparison("alone", "bytes", [new Series("ours", [1])]),
        ]);

    private static readonly Machine Machine =
        new(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero), "A processor", 2, "A system", "10.0.1", "20.1.0");

    [Fact]
    public void The_page_has_a_row_for_each_candidate_and_says_what_it_was_taken_with()
    {
        var page = MarkdownReport.Of(Machine, [Result]);

        page.ShouldContain("2026-11-21: A processor, 2 cores; A system; .NET 10.0.1; Node.js 20.1.0.");
        page.ShouldContain("\n| what | candidate | median | quartiles | ratio | its quartiles |\n|---|---|---|---|---|---|\n| a < b, ms | ours | 10.0 | | | |\n");
        page.ShouldContain("\n| | theirs | 30.0 | 25.0 to 35.0 | 3.00 | 2.50 to 3.50 |\n");
        page.ShouldContain("\n| | bare | 5.00 | | 0.50 | |\n| alone, bytes | ours | 1.00 | | | |\n");
    }

    [Fact]
    public void What_is_printed_holds_the_same_figures() =>
        TextReport.Of(Result).ShouldContain("    theirs                              30.0 (25.0 to 35.0)               3.00 (2.50 to 3.50)\n");

    [Fact]
    public void A_bar_goes_from_one_to_its_ratio_where_each_doubling_is_as_wide()
    {
        var chart = XDocument.Parse(RatioChart.Of(Result));
        var ticks = chart.Descendants(Svg + "text").Where(text => (string?)text.Attribute("text-anchor") == "middle").ToDictionary(text => text.Value, text => X(text, "x"));
        var bars = chart.Descendants(Svg + "rect").Select(bar => (Style: (string)bar.Attribute("class")!, From: X(bar, "x"), Width: X(bar, "width"))).ToList();

        (ticks["1"] - ticks["0.5"]).ShouldBe(ticks["2"] - ticks["1"], tolerance: 0.2);
        bars.Count.ShouldBe(2);
        bars[0].Style.ShouldBe("more");
        bars[0].From.ShouldBe(ticks["1"]);
        (bars[0].From + bars[0].Width).ShouldBeInRange(ticks["2"], ticks["5"]);
        bars[1].Style.ShouldBe("less");
        bars[1].From.ShouldBe(ticks["0.5"]);
        (bars[1].From + bars[1].Width).ShouldBe(ticks["1"], tolerance: 0.2);
    }

    [Fact]
    public void A_chart_suits_dark_pages_and_names_what_it_shows()
    {
        var chart = RatioChart.Of(Result);

        chart.ShouldContain("prefers-color-scheme:dark");
        chart.ShouldContain("a &lt; b");
        XDocument.Parse(chart).Root!.Attribute("aria-label")!.Value.ShouldContain(Result.Suite.Title);
    }

    [Fact]
    public async Task The_page_and_a_chart_for_each_suite_are_written()
    {
        var folder = Directory.CreateTempSubdirectory("report-tests-");
        try
        {
            await MarkdownReport.WriteAsync(folder.FullName, Machine, [Result]);

            folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(["README.md", "forwarder.svg"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double X(XElement element, string attribute) => double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);
}
