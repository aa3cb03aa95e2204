using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Console.Tests.Browser;

/// <summary>The report as a colleague sees it who opens the file.</summary>
public sealed class ReportPageTests(Chromium chromium)
{
    private const string ScreenColor = "getComputedStyle(document.documentElement).getPropertyValue('--ink')";

    [Theory]
    [MemberData(nameof(PageTests.Screens), MemberType = typeof(PageTests))]
    public async Task Every_question_has_its_chart_and_its_table(int width, ColorScheme scheme)
    {
        using var folder = new TemporaryFolder();
        await using var page = await chromium.OpenFileAsync(await WriteAsync(folder), width, scheme);

        var questions = Directory.GetFiles(Checkout.Find("athena", "queries")).Length;
        await Expect(page["#contents a"]).ToHaveCountAsync(questions);
        await Expect(page["figure.chart:has(canvas, table.cells) + .scroller tbody"]).ToHaveCountAsync(questions);
        await Expect(page["figure.chart canvas"]).ToHaveCountAsync(questions - 2);
        await Expect(page["#hours-and-weekdays table.heatmap"]).ToBeVisibleAsync();
        await Expect(page["#weekly-retention table.cohorts"]).ToBeVisibleAsync();
        await Expect(page["#drop-off .scroller"]).ToContainTextAsync(" %");
        await Expect(page["#overview"]).ToContainTextAsync("2026-09-28 to 2026-11-22");
        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, "nothing is cut off");
        await page.CheckAccessibilityAsync();

        await page["#contents a"].Last.ClickAsync();
        await Expect(page["#weekly-retention h2"]).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Markup_that_was_said_is_shown_and_never_run()
    {
        using var folder = new TemporaryFolder();
        await using var page = await chromium.OpenFileAsync(await WriteAsync(folder), 1440, ColorScheme.Light);

        await Expect(page["#unknown-words .scroller"]).ToContainTextAsync(DeliveredFiles.Markup);
        await Expect(page["img"]).ToHaveCountAsync(1); // the report's own picture
    }

    [Fact]
    public async Task Paper_is_white_whatever_the_screen_is()
    {
        using var folder = new TemporaryFolder();
        await using var page = await chromium.OpenFileAsync(await WriteAsync(folder), 1440, ColorScheme.Dark);
        var charts = await page["canvas"].CountAsync();
        var dark = await page.Page.EvaluateAsync<string>(ScreenColor);

        await page.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        var paper = await page.Page.EvaluateAsync<string>(ScreenColor);
        await page.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        var after = await page.Page.EvaluateAsync<string>(ScreenColor);
        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await page.Page.EvaluateAsync<string>(ScreenColor);

        (paper, after).ShouldBe((light, dark));
        dark.ShouldNotBe(light);
        await Expect(page["canvas"]).ToHaveCountAsync(charts);
    }

    /// <summary>Makes a report by the real program, and gives its path.</summary>
    internal static async Task<string> WriteAsync(TemporaryFolder folder)
    {
        DeliveredFiles.Write(folder.Find("pet-match-bucket"));
        await ProgramRun.OutputAsync(
            "dotnet", [RunningConsole.Program, "report", "--files", "pet-match-bucket"], folder.Path, cancellationToken: RunningConsole.Stop);
        return folder.Find("report.html");
    }
}
