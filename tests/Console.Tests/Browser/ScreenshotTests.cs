using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Console.Tests.Browser;

/// <summary>
/// Takes pictures, of a system of their own and always the same data. Where CONSOLE_SCREENSHOTS is 1, those that the documents show are written
/// to docs/images.
/// </summary>
public sealed class ScreenshotTests(Chromium chromium)
{
    private const int MostBytes = 400_000;

    private static readonly string[] Shown =
    [
        "console-talk", "console-watch-dark", "console-ask", "console-look", "console-talk-narrow", "console-watch-narrow-dark", "report",
    ];

    private static readonly (int Width, ColorScheme Scheme, string Suffix)[] Looks =
    [
        (1440, ColorScheme.Light, ""), (1440, ColorScheme.Dark, "-dark"), (390, ColorScheme.Light, "-narrow"), (390, ColorScheme.Dark, "-narrow-dark"),
    ];

    [Fact]
    public async Task Every_section_is_a_picture_wide_and_narrow_light_and_dark()
    {
        using var folder = new TemporaryFolder();
        await using var console = new RunningConsole();
        await console.InitializeAsync();
        await console.PostAsync("/api/conversations", new { count = 150, seed = 42 });
        await console.UntilAsync(state => !state.GetProperty("load").GetProperty("isRunning").GetBoolean());
        await console.PostAsync("/api/deliver", new { });

        foreach (var (width, scheme, suffix) in Looks)
        {
            await using var page = await chromium.OpenAsync(console, "talk", width, scheme);
            await page.SayAsync("find a pet");
            await page.SayAsync("something tiny");
            await page.SayAsync("a guard dog with high energy");
            await ShootAsync(page, folder.Path, $"console-talk{suffix}");

            await page.GoToAsync("ask");
            await page["#query-select"].SelectOptionAsync("drop-off", new() { Force = true });
            await Expect(page["#rows tbody tr"].First).ToBeVisibleAsync();
            await Expect(page["#chart figcaption"]).ToContainTextAsync("Funnel");
            await ShootAsync(page, folder.Path, $"console-ask{suffix}");

            await page.GoToAsync("watch");
            await console.PostAsync("/api/conversations", new { count = 10, seed = 7 });
            await console.UntilAsync(state => state.GetProperty("buffer").GetProperty("lines").GetInt64() > 0);
            await Expect(page[".hits > li"].First).ToBeVisibleAsync();
            await ShootAsync(page, folder.Path, $"console-watch{suffix}");

            await page.GoToAsync("look");
            await Expect(page["#look-body table"]).ToBeVisibleAsync();
            await ShootAsync(page, folder.Path, $"console-look{suffix}");
        }
    }

    [Fact]
    public async Task The_report_is_a_picture_wide_and_narrow_light_and_dark()
    {
        using var folder = new TemporaryFolder();
        var report = await ReportPageTests.WriteAsync(folder);
        foreach (var (width, scheme, suffix) in Looks)
        {
            await using var page = await chromium.OpenFileAsync(report, width, scheme);
            await Expect(page["#weekly-retention table"].First).ToBeVisibleAsync();
            await ShootAsync(page, folder.Path, $"report{suffix}");
        }
    }

    private static async Task ShootAsync(WatchedPage page, string folder, string name)
    {
        var path = Path.Combine(folder, $"{name}.png");
        await page.Page.Mouse.MoveAsync(0, 0);
        await page.Page.EvaluateAsync("document.activeElement?.blur()");
        await page.Page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });

        new FileInfo(path).Length.ShouldBeInRange(10_000, MostBytes);
        if (Environment.GetEnvironmentVariable("CONSOLE_SCREENSHOTS") == "1" && Shown.Contains(name))
        {
            File.Copy(path, Checkout.Find("docs", "images", $"{name}.png"), overwrite: true);
        }
    }
}
