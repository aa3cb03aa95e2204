using System.Net.Http.Headers;
using System.Net;
using System.Text.Json;
using AlexaSkill.Persistence;

namespace AlexaSkill.Http;

/// <summary>The HTTP requests of a persistence service, and what its answers mean.</summary>
internal sealed class PersistenceServiceCalls
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private const double NearlyFull = 0.75;
    private const int Escaped = 6; // bytes that a service may make of one: \u003C

    private readonly PersistenceServiceOptions options;
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
                "The persistence service's token is empty or holds signs other than visible ASCII.");
        }

        this.options = options;
        this.http = http;
        pipeline = new PersistenceServicePipeline(options, time, jitter);
        address = options.ToServiceAddress().AbsoluteUri;
        authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private long MaxAnswerBytes => (long)Escaped * options.MaxEntryBytes;

    public async Task<StoredAttributes> GetAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(() => Request(HttpMethod.Get, path, null), cancellationToken);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            return new StoredAttributes([], new StoredState(false));
        }

        RequireSuccess(answer, "GET");
        try
        {
            return new StoredAttributes(StoredJson.Read(answer.Body), new StoredState(true, answer.Tag));
        }
        catch (JsonException noData)
        {
            throw new PersistenceException(
                PersistenceFailure.Unreadable,
                $"The persistence service answered GET {path} with {answer.ContentType ?? "content of no type"} that is no JSON object. "
                + "Check the address: it has to be a persistence service's.",
                noData)
            {
                Option = nameof(PersistenceServiceOptions.Address),
            };
        }
    }

    public async Task PostAsync(string path, StoredAttributes data, CancellationToken cancellationToken)
    {
        var entry = StoredJson.Write(data.Values);
        if (entry.Length > options.MaxEntryBytes)
        {
            throw TooLarge($"would take {entry.Length} bytes of JSON, at most {options.MaxEntryBytes} are written");
        }

        if (entry.Length > NearlyFull * options.MaxEntryBytes)
        {
            options.OnNearlyFull?.Invoke(entry.Length);
        }

        byte[] body = [.. "{\"data\":"u8, .. entry.Span, (byte)'}'];
        var answer = await SendAsync(
            () =>
            {
                var request = Request(HttpMethod.Post, path, data.State);
                request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = JsonType } };
                return request;
            },
            cancellationToken);
        if (answer.Status == HttpStatusCode.RequestEntityTooLarge)
        {
            throw TooLarge($"would take {entry.Length} bytes of JSON, which the service does not take (413)");
        }

        RequireSuccess(answer, "POST");
    }

    public async Task DeleteAsync(string path, StoredState? state, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(() => Request(HttpMethod.Delete, path, state), cancellationToken);
        if (answer.Status != HttpStatusCode.NotFound)
        {
            RequireSuccess(answer, "DELETE");
        }
    }

    private static void RequireSuccess(PersistenceServiceAnswer answer, string method)
    {
        var status = $"{(int)answer.Status} to {method}";
        var (failure, message, option) = answer.Status switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => (default, null, null),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (
                PersistenceFailure.AccessDenied,
                $"The persistence service answered {status}: it does not take the token.",
                nameof(PersistenceServiceOptions.Token)),
            HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict => (
                PersistenceFailure.Conflict,
                "Somebody else has saved to the persistence service meanwhile. Read anew and repeat the change.",
                null),
            HttpStatusCode.NotFound => (
                PersistenceFailure.NotFound,
                $"The persistence service answered {status}: nothing takes data at that address.",
                nameof(PersistenceServiceOptions.Address)),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => (
                PersistenceFailure.Unavailable, $"The persistence service answered {status}. Try again later.", null),
            _ => (
                PersistenceFailure.Refused,
                $"The persistence service answered {status}. Check the address.",
                (string?)nameof(PersistenceServiceOptions.Address)),
        };
        if (message is not null)
        {
            throw new PersistenceException(failure, message) { Option = option };
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, StoredState? state)
    {
        var request = new HttpRequestMessage(method, $"{address}/{path}") { Headers = { Authorization = authorization } };
        if (state is { Exists: false })
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }
        else if (state?.Tag is string tag)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return request;
    }

    private static PersistenceException TooLarge(FormattableString what) => new(
        PersistenceFailure.Refused,
        $"The skill's entry in the persistence service {FormattableString.Invariant(what)}. One service token has one entry, "
        + "which holds all users: for more users, keep them in DynamoDB or S3.");

    private async Task<PersistenceServiceAnswer> ReceiveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken);
        }
        catch (HttpRequestException tooLarge) when (tooLarge.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw TooLarge($"takes more than {MaxAnswerBytes} bytes, which is the most that is read");
        }

        return new PersistenceServiceAnswer(
            response.StatusCode,
            response.Headers.ETag?.ToString(),
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private Task<PersistenceServiceAnswer> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken) =>
        pipeline.RunAsync(
            async token =>
            {
                using var request = create();
                return await ReceiveAsync(request, token);
            },
            cancellationToken);
}
