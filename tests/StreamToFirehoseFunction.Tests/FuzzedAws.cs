using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace StreamToFirehoseFunction.Tests;

/// <summary>Firehose and S3 in memory, that serve and fail as a fuzz case has it, never without end.</summary>
internal sealed class FuzzedAws : HttpMessageHandler
{
    private readonly Factory factory;
    private Random chance = new(0);
    private int calls;

    public FuzzedAws() => factory = new Factory(this);

    public HttpClientFactory Clients => factory;

    /// <summary>The bytes that Firehose took, whatever it answered, one character a byte.</summary>
    public StringBuilder Taken { get; } = new();

    /// <summary>What the answers of Firehose and S3 let the function acknowledge.</summary>
    public List<byte[]> Quarantined { get; } = [];

    public void Begin(FuzzCase fuzzed)
    {
        (chance, calls) = (fuzzed.Chance, 0);
        Taken.Clear();
        Quarantined.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        lock (Quarantined)
        {
            return request.Method == HttpMethod.Put ? Keep(body) : Take(body);
        }
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string text) => new(status) { Content = new StringContent(text) };

    private HttpResponseMessage Keep(byte[] body)
    {
        if (chance.Next(6) == 0)
        {
            return Answer(HttpStatusCode.Forbidden, "");
        }

        Quarantined.Add(body);
        return Answer(HttpStatusCode.OK, "");
    }

    private HttpResponseMessage Take(byte[] body)
    {
        var records = JsonNode.Parse(body)!["Records"]!.AsArray();
        const int Patience = 3;
        switch (++calls > Patience ? chance.Next(2) : chance.Next(8))
        {
            case 0:
                return Answer(HttpStatusCode.BadRequest, """{"__type":"ResourceNotFoundException"}""");
            case 2:
                return Answer(HttpStatusCode.InternalServerError, """{"__type":"InternalFailure"}""");
            case 3:
                throw new HttpRequestException("The connection was reset.");
            case 4:
                Store(records, []);
                throw new HttpRequestException("The connection was reset after all was taken.");
            case 5:
                var failed = Enumerable.Range(0, records.Count).Where(_ => chance.Next(2) == 0).ToArray();
                Store(records, failed);
                return Answer(HttpStatusCode.OK, ScriptedFirehose.Answer(records.Count, failed));
            default:
                Store(records, []);
                return Answer(HttpStatusCode.OK, ScriptedFirehose.Answer(records.Count, []));
        }
    }

    private void Store(JsonArray records, int[] failed)
    {
        foreach (var record in records.Where((_, place) => !failed.Contains(place)))
        {
            Taken.Append(Encoding.Latin1.GetString(Convert.FromBase64String(record!["Data"]!.GetValue<string>())));
        }
    }

    private sealed class Factory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
    }
}
