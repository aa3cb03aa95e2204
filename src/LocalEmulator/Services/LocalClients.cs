using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using LocalAws;

namespace LocalEmulator.Services;

/// <summary>Clients of the emulated services.</summary>
public static class LocalClients
{
    /// <summary>Makes a client of DynamoDB.</summary>
    /// <param name="address">Where it answers.</param>
    /// <param name="retries">How often a call is repeated; null = as usual.</param>
    /// <returns>The client.</returns>
    public static AmazonDynamoDBClient DynamoDb(string address, int? retries = null)
    {
        var settings = new AmazonDynamoDBConfig
        {
            ServiceURL = address,
            AuthenticationRegion = LocalAccount.Region,
            HttpClientFactory = new DirectHttpClients(),
        };
        settings.MaxErrorRetry = retries ?? settings.MaxErrorRetry;
        return new AmazonDynamoDBClient(Credentials(), settings);
    }

    /// <summary>Makes a client of S3.</summary>
    /// <param name="address">Where it answers.</param>
    /// <returns>The client.</returns>
    public static AmazonS3Client S3(string address) => new(
        Credentials(),
        new AmazonS3Config
        {
            ServiceURL = address,
            AuthenticationRegion = LocalAccount.Region,
            ForcePathStyle = true,
            HttpClientFactory = new DirectHttpClients(),
        });

    private static BasicAWSCredentials Credentials() => new(LocalAccount.AccessKey, LocalAccount.AccessKey);

    /// <summary>Connects without the proxy that a developer's machine may have for the world outside.</summary>
    private sealed class DirectHttpClients : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SocketsHttpHandler { UseProxy = false });
    }
}
