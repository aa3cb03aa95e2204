using AlexaSkill.Tests.Persistence;
using Amazon.Runtime;
using Amazon.S3;
using LocalEmulator.Services;

[assembly: AssemblyFixture(typeof(S3rver))]

namespace AlexaSkill.Tests.Persistence;

/// <summary>One s3rver with one bucket for all tests; each test uses keys of its own.</summary>
public sealed class S3rver : IAsyncLifetime
{
    public const string Bucket = "attributes";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("persistence-tests-");
    private NodeProcess? node;

    public IAmazonS3 Client { get; private set; } = null!;

    public int Port => node!.Ready.GetProperty("port").GetInt32();

    /// <summary>A client that sends through a handler, without retries of its own.</summary>
    public static AmazonS3Client ClientThrough(HttpMessageHandler handler, int port = 1, bool pathStyle = true)
    {
        var config = Config(port, new SdkHttp(handler));
        config.ServiceURL = pathStyle ? config.ServiceURL : "http://s3.example";
        config.ForcePathStyle = pathStyle;
        return new AmazonS3Client(new BasicAWSCredentials("S3RVER", "S3RVER"), config);
    }

    public async ValueTask InitializeAsync()
    {
        node = await NodeProcess.StartAsync("s3rver.mjs", [folder.FullName, Bucket], TestContext.Current.CancellationToken);
        Client = new AmazonS3Client(new BasicAWSCredentials("S3RVER", "S3RVER"), Config(Port));
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (node is not null)
        {
            await node.DisposeAsync();
        }

        folder.Delete(recursive: true);
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
