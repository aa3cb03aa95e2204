using Microsoft.AspNetCore.Http;

namespace Testing.Wire;

/// <summary>One endpoint for all services of AWS: it keeps each call, and passes it on to the service that the signature names.</summary>
public sealed class AwsRecorder : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Host", "Content-Length", "Expect", "Transfer-Encoding"];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Dictionary<string, string> services;
    private TestServer? server;

    private AwsRecorder(IEnumerable<(string Service, string Url)> services) => this.services = services.ToDictionary(StringComparer.Ordinal);

    /// <summary>What <c>AWS_ENDPOINT_URL</c> is for a function that is recorded.</summary>
    public string Url => server!.Url;

    /// <summary>The calls so far, oldest first, held to the services' models.</summary>
    public IReadOnlyList<WireCall> Calls => [.. Requests.Select(AwsModels.Check)];

    /// <summary>The calls as they came.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => server!.Requests;

    /// <summary>Starts a recorder.</summary>
    /// <param name="services">The services behind it, by the names that signatures give them, such as <c>dynamodb</c>.</param>
    /// <returns>The running recorder.</returns>
    public static async Task<AwsRecorder> StartAsync(params IEnumerable<(string Service, string Url)> services)
    {
        var recorder = new AwsRecorder(services);
        recorder.server = await TestServer.StartAsync(recorder.PassOnAsync);
        return recorder;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        http.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        var received = await ReceivedRequest.ReadAsync(context.Request);
        if (RequestSignature.Read(received)?.Service is not { } service || !services.TryGetValue(service, out var url))
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        var address = $"{url}{context.Request.Path.ToUriComponent()}{received.Query}";
        using var request = new HttpRequestMessage(new HttpMethod(received.Method), address);
        request.Content = new ByteArrayContent(received.Body);
        foreach (var (name, value) in received.Headers.Where(header => !OfTheConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key)))
        {
            context.Response.Headers[name] = string.Join(", ", values);
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
