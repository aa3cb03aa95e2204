using System.Globalization;
using System.Text.Json;
using LocalAws.Lambda;
using Microsoft.AspNetCore.Http;
using Testing;

namespace Benchmarks.Forwarder;

/// <summary>Invokes the function's executable over the Lambda Runtime API and reads its peak memory from the kernel.</summary>
internal static class FunctionMemory
{
    /// <summary>Measures.</summary>
    /// <param name="executable">The path of the native executable.</param>
    /// <param name="streamEvent">The event.</param>
    /// <param name="invocations">How often it is handed over, one after the other.</param>
    /// <param name="folder">Where files may be written.</param>
    /// <returns>The most bytes that the process had in memory at any time.</returns>
    public static async Task<long> MeasureAsync(string executable, byte[] streamEvent, int invocations, string folder)
    {
        await using var firehose = await TestServer.StartAsync(TakeAsync);
        var pidFile = Path.Combine(folder, "pid");
        var function = new LambdaFunction(
            "StreamToFirehoseFunction",
            "sh",
            ["-c", "echo $$ > \"$0\" && exec \"$1\"", pidFile, executable])
        {
            Environment = new Dictionary<string, string> { ["AWS_ENDPOINT_URL_FIREHOSE"] = firehose.Url },
            Timeout = TimeSpan.FromMinutes(1),
            LogPath = Path.Combine(folder, "function.log"),
        };
        await using var host = await LambdaHost.StartAsync(function, CancellationToken.None);
        for (var i = 0; i < invocations; i++)
        {
            var result = await host.InvokeAsync(streamEvent, CancellationToken.None);
            if (!result.Payload.Span.SequenceEqual("""{"batchItemFailures":[]}"""u8))
            {
                throw new InvalidOperationException($"The function failed: {result.Error}; see {function.LogPath}.");
            }
        }

        var status = await File.ReadAllLinesAsync($"/proc/{(await File.ReadAllTextAsync(pidFile)).Trim()}/status");
        var peak = status.Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(peak[^2], CultureInfo.InvariantCulture) * 1_024;
    }

    private static async Task TakeAsync(HttpContext http)
    {
        using var call = await JsonDocument.ParseAsync(http.Request.Body);
        var entries = call.RootElement.GetProperty("Records").EnumerateArray().Select((_, place) => $$"""{"RecordId":"{{place}}"}""");
        await http.Response.WriteAsync($$"""{"FailedPutCount":0,"RequestResponses":[{{string.Join(',', entries)}}]}""");
    }
}
