using System.Net;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Tables.Tests.Fakes;

/// <summary>A service that answers by script; the SDK's client in front of it is the real one, without its own retries.</summary>
internal sealed class CannedDynamoDb : HttpClientFactory, IDisposable
{
    private readonly Handler handler;

    public CannedDynamoDb(Func<string, string, (HttpStatusCode Status, string Body)> answer)
    {
        handler = new Handler(answer);
        Client = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig
        {
            ServiceURL = "http://127.0.0.1:1",
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            HttpClientFactory = this,
        });
    }

    public AmazonDynamoDBClient Client { get; }

    /// <summary>The operations that were called, in order.</summary>
    public IReadOnlyList<string> Calls => handler.Calls;

    public static (HttpStatusCode Status, string Body) Ok(string body) => (HttpStatusCode.OK, body);

    public static (HttpStatusCode Status, string Body) Error(string code, string message = "said so", int status = 400) =>
        ((HttpStatusCode)status, $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"{{message}}"}""");

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }

    private sealed class Handler(Func<string, string, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
    {
        public List<string> Calls { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
            Calls.Add(operation);
            var (status, body) = answer(operation, await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0") };
        }
    }
}
