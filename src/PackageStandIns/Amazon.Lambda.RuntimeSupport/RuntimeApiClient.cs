using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The four calls of the Lambda Runtime API.</summary>
internal sealed class RuntimeApiClient(Uri address) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");

    // Lambda freezes the process while it waits for the next invocation, for hours maybe: no time-out.
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    })
    { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Waits for the next invocation; once it is handed out, cancelling no longer loses it.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "invocation/next");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowUnlessAcceptedAsync(response);
        return new Invocation(
            Header(response, "Lambda-Runtime-Aws-Request-Id")
                ?? throw new HttpRequestException("The Lambda Runtime API gave an invocation without Lambda-Runtime-Aws-Request-Id."),
            await BodyAsync(response),
            ReadDeadline(Header(response, "Lambda-Runtime-Deadline-Ms")),
            Header(response, "Lambda-Runtime-Invoked-Function-Arn") ?? "",
            Header(response, "Lambda-Runtime-Trace-Id"));
    }

    public async Task SendResponseAsync(string requestId, Stream payload)
    {
        using var content = new StreamContent(payload);
        content.Headers.ContentType = Json;
        await PostAsync($"invocation/{requestId}/response", content);
    }

    public Task SendErrorAsync(string requestId, Exception exception) => PostErrorAsync($"invocation/{requestId}/error", exception);

    public Task SendInitErrorAsync(Exception exception) => PostErrorAsync("init/error", exception);

    public void Dispose() => http.Dispose();

    private async Task PostErrorAsync(string path, Exception exception)
    {
        using var content = new ByteArrayContent(ErrorReport.Write(exception));
        content.Headers.ContentType = ErrorJson;
        await PostAsync(path, content, ErrorReport.TypeOf(exception));
    }

    private async Task PostAsync(string path, HttpContent content, string? errorType = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        }

        using var response = await http.SendAsync(request);
        await ThrowUnlessAcceptedAsync(response);
    }

    private static async Task ThrowUnlessAcceptedAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            var request = response.RequestMessage!;
            throw new RuntimeApiClientException(
                $"The Lambda Runtime API answered {request.Method} {request.RequestUri!.AbsolutePath} with {(int)response.StatusCode}: "
                + await response.Content.ReadAsStringAsync(),
                (int)response.StatusCode);
        }
    }

    /// <summary>Reads a body into one array of its length: an event may have 6 MB.</summary>
    private static async Task<byte[]> BodyAsync(HttpResponseMessage response)
    {
        using var bytes = new MemoryStream((int)(response.Content.Headers.ContentLength ?? 0));
        await response.Content.CopyToAsync(bytes, CancellationToken.None);
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    private static DateTimeOffset? ReadDeadline(string? milliseconds) =>
        long.TryParse(milliseconds, CultureInfo.InvariantCulture, out var value) ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
