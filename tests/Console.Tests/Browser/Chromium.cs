using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Console.Tests.Browser.Chromium))]

namespace Console.Tests.Browser;

/// <summary>Debian's chromium, once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string? Program => Array.Find(Places, File.Exists);

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(60_000);
        if (Program is { } path)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--force-color-profile=srgb"], // root has no sandbox
            });
        }
    }

    /// <summary>Opens a section of the console, or the first one by the bare address, as one who sees a screen of that width.</summary>
    public async Task<WatchedPage> OpenAsync(RunningConsole console, string section, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await OpenAsync(console.Address, section.Length == 0 ? "" : $"/#{section}", width, scheme);
        await Assertions.Expect(page.Page.Locator("#live-text")).ToHaveTextAsync("live");
        return page;
    }

    /// <summary>Opens a file, which may ask for nothing but itself.</summary>
    public Task<WatchedPage> OpenFileAsync(string path, int width, ColorScheme scheme) => OpenAsync(new Uri(path).AbsoluteUri, "", width, scheme);

    private async Task<WatchedPage> OpenAsync(string address, string path, int width, ColorScheme scheme)
    {
        Assert.SkipWhen(
            browser is null && Environment.GetEnvironmentVariable("CI") != "true",
            $"The console's page is tried with Debian's chromium, which is not at {Places[0]}: apt-get install chromium.");
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 500 ? 844 : 900 },
            ColorScheme = scheme,
            HasTouch = width < 500,
            AcceptDownloads = true,
        });
        var page = new WatchedPage(await context.NewPageAsync(), address);
        await page.Page.GotoAsync($"{address}{path}");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }
}
