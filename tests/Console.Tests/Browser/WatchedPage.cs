using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Console.Tests.Browser;

/// <summary>A page of which every script error, failed request and request to another host is noted, and counts as a failure in the end.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly List<string> troubles = [];
    private readonly HashSet<string> expected = [];

    public WatchedPage(IPage page, string address)
    {
        Page = page;
        page.PageError += (_, error) => troubles.Add($"script: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !expected.Any(part => message.Location.Contains(part, StringComparison.Ordinal)))
            {
                troubles.Add($"{message.Type}: {message.Text} {message.Location}");
            }
        };
        page.RequestFailed += (_, request) =>
        {
            // A page that is left gives up its stream, and a download is no answer to read.
            if (!request.Url.EndsWith("/api/watch/events", StringComparison.Ordinal))
            {
                troubles.Add($"failed: {request.Url} {request.Failure}");
            }
        };
        page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != address
                && !request.Url.StartsWith($"{address}/", StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                troubles.Add($"elsewhere: {request.Url}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !expected.Any(part => response.Url.Contains(part, StringComparison.Ordinal)))
            {
                troubles.Add($"{response.Status}: {response.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>The troubles that were noted.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    /// <summary>Says that an address may answer with an error here.</summary>
    public void ExpectError(string path) => expected.Add(path);

    public ILocator this[string selector] => Page.Locator(selector);

    public async Task SayAsync(string utterance)
    {
        var before = await this["#conversation > .alexa"].CountAsync();
        await this["#utterance"].FillAsync(utterance);
        await this["#utterance"].PressAsync("Enter");
        await Assertions.Expect(this["#conversation > .alexa"].Nth(before)).ToBeVisibleAsync();
        await Assertions.Expect(this[".composer button[type=submit]"]).ToBeEnabledAsync();
    }

    /// <summary>Sees that axe-core finds no violation in what is shown.</summary>
    public async Task CheckAccessibilityAsync()
    {
        var result = await Page.RunAxe();

        result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")).ShouldBeEmpty();
    }

    public Task GoToAsync(string section) => this[$".tabs a[href='#{section}']"].ClickAsync();

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        troubles.ShouldBeEmpty();
    }
}
