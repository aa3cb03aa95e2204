using System.Text.Json;

namespace Console.Tests.Browser;

/// <summary>10,000 hits while the page is open: it stays responsive, its lists bounded and its memory flat.</summary>
public sealed class LoadTests(RunningConsole console, Chromium chromium)
{
    private const int Hits = 10_000;
    private const double LongestTaskMilliseconds = 200;
    private const double MostGrowthBytes = 8e6;

    [Fact]
    public async Task Ten_thousand_hits_leave_the_page_responsive_and_its_memory_flat()
    {
        await using var page = await chromium.OpenAsync(console, "watch");
        var session = await page.Page.Context.NewCDPSessionAsync(page.Page);
        var longest = 0.0;
        var tasks = 0;
        session.Event("Tracing.dataCollected").OnEvent += (_, data) =>
        {
            foreach (var task in data!.Value.GetProperty("value").EnumerateArray().Where(IsTask))
            {
                tasks++;
                longest = Math.Max(longest, task.TryGetProperty("tdur", out var onProcessor) ? onProcessor.GetDouble() / 1000 : 0);
            }
        };
        var whole = new TaskCompletionSource();
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => whole.TrySetResult();
        var before = await HeapAsync(session);
        var accepted = Count(await console.GetAsync("/api/watch"), "accepted");
        await session.SendAsync("Tracing.start", new Dictionary<string, object> { ["categories"] = "toplevel" });

        await ItemWriter.WriteAsync(console, Hits);
        await console.UntilAsync(state => Count(state, "accepted") == accepted + Hits && Count(state, "underWay") == 0);
        await session.SendAsync("Tracing.end");
        await whole.Task;

        tasks.ShouldBeGreaterThan(0);
        longest.ShouldBeLessThan(LongestTaskMilliseconds); // of the processor's time: other programs on the machine do not count
        (await page[".hits > li"].CountAsync()).ShouldBeInRange(1, 30);
        (await page[".notes > li"].CountAsync()).ShouldBeInRange(1, 60);
        (await HeapAsync(session) - before).ShouldBeLessThan(MostGrowthBytes);
        Count(await console.GetAsync("/api/watch"), "lost").ShouldBe(0);
    }

    private static bool IsTask(JsonElement seen) =>
        seen.GetProperty("name").GetString()!.Contains("RunTask", StringComparison.Ordinal) && seen.GetProperty("ph").GetString() == "X";

    private static async Task<double> HeapAsync(Microsoft.Playwright.ICDPSession session)
    {
        await session.SendAsync("HeapProfiler.collectGarbage");
        await session.SendAsync("Performance.enable");
        var metrics = await session.SendAsync("Performance.getMetrics");
        return metrics!.Value.GetProperty("metrics").EnumerateArray()
            .Single(metric => metric.GetProperty("name").GetString() == "JSHeapUsedSize").GetProperty("value").GetDouble();
    }

    private static long Count(JsonElement state, string name) => state.GetProperty("counts").GetProperty(name).GetInt64();
}
