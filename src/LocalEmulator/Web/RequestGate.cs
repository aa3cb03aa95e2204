using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Web;

/// <summary>
/// Lets through what comes from this machine's own pages and programs. A browser that another site has talked into a request names that site in
/// Origin, or calls this server by a foreign name in Host; either is refused before anything is done.
/// </summary>
internal sealed class RequestGate(int port)
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'";

    private readonly string[] hosts = [$"localhost:{port}", $"127.0.0.1:{port}", $"[::1]:{port}"];

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (Refusal(context.Request) is { } reason)
        {
            await Api.FailAsync(context, StatusCodes.Status403Forbidden, reason);
            return;
        }

        await next(context);
    }

    private string? Refusal(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        if (!IsOwn(host))
        {
            return $"The request is for the host '{host}'; this console answers to {string.Join(", ", hosts)} alone.";
        }

        if (request.Headers.Origin is { Count: > 0 } origin && !hosts.Any(own => $"http://{own}".Equals(origin, StringComparison.OrdinalIgnoreCase)))
        {
            return $"The request comes from the site '{origin}'; only the console's own pages may ask.";
        }

        // Browsers leave Origin out of some requests, but tell in this header what they are; programs send neither.
        return request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? "The request comes from another site; only the console's own pages may ask."
            : null;
    }

    private bool IsOwn(string host) => hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
