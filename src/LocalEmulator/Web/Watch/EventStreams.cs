using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Web.Watch;

/// <summary>
/// Server-sent events. A listener gets the whole state, at most a few times a second and only where it has changed: nothing is queued for one
/// that is slow, and the numbers of the notes tell it what it has missed.
/// </summary>
internal sealed class EventStreams(RunningSystem system)
{
    private const int MaxStreams = 32;
    private const int RetrySeconds = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    private int open;

    /// <summary>Serves one listener until it goes.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref open) > MaxStreams)
        {
            Interlocked.Decrement(ref open);
            context.Response.Headers.RetryAfter = $"{RetrySeconds}";
            throw new ApiException(
                $"{MaxStreams} pages are watching, which is the most: close some, or ask /api/watch now and then.",
                StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            context.Response.ContentType = "text/event-stream";
            await SendAsync(context.Response, context.RequestAborted);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private async Task SendAsync(HttpResponse response, CancellationToken gone)
    {
        using var pace = new PeriodicTimer(Interval);
        var seen = -1L;
        var quiet = TimeSpan.Zero;
        do
        {
            var version = system.Watch.Version;
            quiet += Interval;
            if (version != seen)
            {
                seen = version;
                byte[] state = [.. "data: "u8, .. JsonSerializer.SerializeToUtf8Bytes(system.State, ApiJson.Default.WatchState), .. "\n\n"u8];
                await response.Body.WriteAsync(state, gone);
                quiet = TimeSpan.Zero;
            }
            else if (quiet >= KeepAlive)
            {
                await response.Body.WriteAsync(":\n\n"u8.ToArray(), gone);
                quiet = TimeSpan.Zero;
            }
        }
        while (await pace.WaitForNextTickAsync(gone));
    }
}
