using Amazon.Runtime;

namespace StreamToFirehoseFunction;

/// <summary>
/// Lets an AWS client wait for its answer on the calling thread, which has nothing else to do: all that asynchronous calls compile first
/// would cost a start 15 ms (benchmarks/Start).
/// </summary>
internal sealed class BlockingHttp : HttpClientFactory
{
    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new BlockingHandler { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    private sealed class BlockingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}
