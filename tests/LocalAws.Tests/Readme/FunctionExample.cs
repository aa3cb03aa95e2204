using System.Text;
using LocalAws.Lambda;

namespace LocalAws.Tests.Readme;

public sealed class FunctionExample
{
    [Fact]
    public async Task It_runs()
    {
        using var folder = new TemporaryFolder();
        var (script, log) = (Path.Combine(AppContext.BaseDirectory, "Lambda", "runtime.mjs"), folder.Find("echo.log"));
        var cancellationToken = TestContext.Current.CancellationToken;

        // <readme>
        var function = new LambdaFunction("Echo", "node", [script]) { Timeout = TimeSpan.FromSeconds(10), LogPath = log };
        await using var host = await LambdaHost.StartAsync(function, cancellationToken);

        var result = await host.InvokeAsync("""{"do":"echo","text":"hello"}"""u8.ToArray(), cancellationToken);

        Console.WriteLine(result.Error?.Message ?? $"It returned {result.Payload.Length} bytes.");

        // </readme>
        Encoding.UTF8.GetString(result.Payload.Span).ShouldContain("\"text\":\"hello\"");
    }
}
