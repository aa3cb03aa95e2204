using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Console.Tests.Browser;

/// <summary>axe-core finds no violation in any section, narrow and wide, light and dark.</summary>
public sealed class AccessibilityTests(RunningConsole console, Chromium chromium)
{
    [Theory]
    [MemberData(nameof(PageTests.Screens), MemberType = typeof(PageTests))]
    public async Task Every_section_is_accessible(int width, ColorScheme scheme)
    {
        await using var page = await chromium.OpenAsync(console, "talk", width, scheme);
        await page.SayAsync("find a tiny guard dog with high energy");
        await page.SayAsync("how will the weather be tomorrow");
        await page["#conversation .meta"].First.ClickAsync();
        await page["#raw > summary"].ClickAsync();
        await page.CheckAccessibilityAsync();

        await console.FillAsync();
        await page.GoToAsync("watch");
        await page[".hits summary"].First.ClickAsync();
        await page.CheckAccessibilityAsync();

        await page.GoToAsync("ask");
        await Expect(page["#rows tbody tr"].First).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync();
        await page["#query-select"].SelectOptionAsync("hours-and-weekdays", new() { Force = true });
        await Expect(page["#chart table.heatmap"]).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync();

        await page.GoToAsync("look");
        await Expect(page["#look-body table"]).ToBeVisibleAsync();
        await page.CheckAccessibilityAsync();
    }
}
