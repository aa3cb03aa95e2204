using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlexaSkill.Persistence;

/// <summary>The HTTP requests of a persistence service, and what its answers mean.</summary>
internal sealed class PersistenceServiceCalls
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private readonly HttpClient http;
    private readonly PersistenceServicePipeline pipeline;
    private readonly string address;
    private readonly AuthenticationHeaderValue authorization;

    /// <exception cref="FormatException">The options' address or token can't be used.</exception>
    public PersistenceServiceCalls(PersistenceServiceOptions options, HttpClient http, TimeProvider time, Random jitter)
    {
        var token = options.Token.Trim();
        if (token.Length == 0 || token.Any(sign => sign is <= ' ' or > '~'))
        {
            throw new FormatException(
                "The persistence service's token (ATTRIBUTES_TOKEN) is empty or holds signs other than visible ASCII.");
        }

        this.http = http;
        pipeline = new PersistenceServicePipeline(options, time, jitter);
        address = options.ToServiceAddress().AbsoluteUri;
        authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<StoredAttributes> GetAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(() => Request(HttpMethod.Get, path, null), cancellationToken);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            return new StoredAttributes([], StoredAttributes.NoVersion);
        }

        RequireSuccess(answer, "GET");
        try
        {
            return new StoredAttributes(StoredJson.Read(answer.Body), answer.Tag);
        }
        catch (JsonException noData)
        {
            throw new PersistenceException(
                PersistenceFailure.Unreadable,
                $"The persistence service answered GET {path} with {answer.ContentType ?? "content of no type"} that is no JSON object. "
                + "Check ATTRIBUTES_URL: it has to be the address of a persistence service.",
                noData);
        }
    }

    public async Task PostAsync(string path, StoredAttributes data, CancellationToken cancellationToken)
    {
        var body = StoredJson.Write(new JsonObject { ["data"] = data.Values.DeepClone() });
        var answer = await SendAsync(
            () =>
            {
                var request = Request(HttpMethod.Post, path, data.Version);
                request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = JsonType } };
                return request;
            },
            cancellationToken);
        RequireSuccess(answer, "POST");
    }

    public async Task DeleteAsync(string path, string? version, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(() => Request(HttpMethod.Delete, path, version), cancellationToken);
        if (answer.Status != HttpStatusCode.NotFound)
        {
            RequireSuccess(answer, "DELETE");
        }
    }

    private static void RequireSuccess(PersistenceServiceAnswer answer, string method)
    {
        var status = $"{(int)answer.Status} to {method}";
        var (failure, message) = answer.Status switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => (default, null),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (
                PersistenceFailure.AccessDenied,
                $"The persistence service answered {status}: it does not take the token in ATTRIBUTES_TOKEN."),
            HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict => (
                PersistenceFailure.Conflict,
                "Somebody else has saved to the persistence service meanwhile. Read anew and repeat the change."),
            HttpStatusCode.NotFound => (
                PersistenceFailure.NotFound,
                $"The persistence service answered {status}: nothing takes data at that address. Check ATTRIBUTES_URL."),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => (
                PersistenceFailure.Unavailable, $"The persistence service answered {status}. Try again later."),
            _ => (PersistenceFailure.Refused, $"The persistence service answered {status}. Check ATTRIBUTES_URL and the size of the data."),
        };
        if (message is not null)
        {
            throw new PersistenceException(failure, message);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? version)
    {
        var request = new HttpRequestMessage(method, $"{address}/{path}") { Headers = { Authorization = authorization } };
        if (version is not null && method != HttpMethod.Get)
        {
            var (condition, tag) = version == StoredAttributes.NoVersion ? ("If-None-Match", "*") : ("If-Match", version);
            request.Headers.TryAddWithoutValidation(condition, tag);
        }

        return request;
    }

    private Task<PersistenceServiceAnswer> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken) =>
        pipeline.RunAsync(
            async token =>
            {
                using var request = create();
                using var response = await http.SendAsync(request, token);
                return new PersistenceServiceAnswer(
                    response.StatusCode,
                    response.Headers.ETag?.ToString(),
                    response.Content.Headers.ContentType?.MediaType,
                    await response.Content.ReadAsByteArrayAsync(token));
            },
            cancellationToken);
}
