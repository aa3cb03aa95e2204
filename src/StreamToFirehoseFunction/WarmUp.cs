using System.Net;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using FunctionHosting;

namespace StreamToFirehoseFunction;

/// <summary>Compiles what the first delivery needs while the first batch is on its way.</summary>
internal static class WarmUp
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Puts a line to a delivery stream that answers itself: nothing leaves the process.</summary>
    /// <param name="createClient">Makes a client as the deliveries have it, on another transport.</param>
    /// <returns>A task that completes after two seconds at most, and never fails: the first delivery meets what is wrong, and tells it.</returns>
    public static Task RunAsync(Func<HttpClientFactory, IAmazonKinesisFirehose> createClient) =>
        Task.WhenAny(DeliverAsync(createClient));

    private static async Task DeliverAsync(Func<HttpClientFactory, IAmazonKinesisFirehose> createClient)
    {
        using var firehose = createClient(new SelfAnswering());
        var delivery = new Delivery(
            firehose, "warm-up", TimeProvider.System, Random.Shared, new JsonLogger(Stream.Null, TimeProvider.System));
        await delivery.PutAsync([new Pack(new ArraySegment<byte>([0]), 1, default, default)], Limit);
        await Forwarder.Answer(null).DisposeAsync();
    }

    private sealed class SelfAnswering : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler());
    }

    private sealed class Handler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"FailedPutCount":0,"RequestResponses":[{"RecordId":"warm-up"}]}"""),
            });
    }
}
