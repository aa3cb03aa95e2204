using AlexaSkill.Tests.Persistence;
using Amazon.Runtime;
using Amazon.S3;
using LocalAws.S3;

[assembly: AssemblyFixture(typeof(LocalS3))]

namespace AlexaSkill.Tests.Persistence;

/// <summary>One S3 with one bucket for all tests; each test uses keys of its own.</summary>
public sealed class LocalS3 : IAsyncLifetime
{
    public const string Bucket = "attributes";

    private readonly TemporaryFolder folder = new();
    private S3Server? server;

    public IAmazonS3 Client { get; private set; } = null!;

    public int Port => new Uri(server!.Address).Port;

    /// <summary>A client that sends through a handler, without retries of its own.</summary>
    public static AmazonS3Client ClientThrough(HttpMessageHandler handler, int port = 1, bool pathStyle = true)
    {
        var config = Config(port, new SdkHttp(handler));
        config.ServiceURL = pathStyle ? config.ServiceURL : "http://s3.example";
        config.ForcePathStyle = pathStyle;
        return new AmazonS3Client(new BasicAWSCredentials("local", "local"), config);
    }

    public async ValueTask InitializeAsync()
    {
        server = await S3Server.StartAsync(folder.Path, [Bucket], TestContext.Current.CancellationToken);
        Client = new AmazonS3Client(new BasicAWSCredentials("local", "local"), Config(Port));
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Dispose();
    }

    private static AmazonS3Config Config(int port, SdkHttp? http = null) => new()
    {
        ServiceURL = $"http://127.0.0.1:{port}",
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = true,
        MaxErrorRetry = http is null ? 3 : 0,
        HttpClientFactory = http,
    };
}
