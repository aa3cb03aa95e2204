using System.Net;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace SkillFunction.Tests.Fakes;

/// <summary>DynamoDB's end of the wire without the wire: counts what is put and takes it all.</summary>
internal sealed class InMemoryDynamoDb : HttpMessageHandler
{
    private int puts;

    public int Puts => puts;

    public AmazonDynamoDBClient CreateClient() => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = "http://dynamodb", AuthenticationRegion = "us-east-1", HttpClientFactory = new Clients(this) });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.GetValues("X-Amz-Target").Single().ShouldEndWith(".PutItem");
        Interlocked.Increment(ref puts);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") });
    }

    private sealed class Clients(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
