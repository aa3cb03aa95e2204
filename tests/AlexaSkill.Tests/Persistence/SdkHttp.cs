using Amazon.Runtime;

namespace AlexaSkill.Tests.Persistence;

/// <summary>Lets a client of the AWS SDK send through a handler.</summary>
internal sealed class SdkHttp(HttpMessageHandler handler) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
}
