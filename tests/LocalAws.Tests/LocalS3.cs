using System.IO.Compression;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using LocalAws.S3;

namespace LocalAws.Tests;

/// <summary>S3 on a temporary folder.</summary>
public sealed class LocalS3 : IAsyncLifetime
{
    public const string Bucket = "bucket";

    private readonly TemporaryFolder folder = new();
    private S3Server? server;

    public IAmazonS3 Client { get; private set; } = null!;

    public string Address => server!.Address;

    public string BucketFolder => folder.Find(Bucket);

    internal S3Store Store => server!.Store;

    public static AmazonS3Client NewClient(string address) => new(
        new BasicAWSCredentials(LocalAccount.AccessKey, LocalAccount.AccessKey),
        new AmazonS3Config { ServiceURL = address, AuthenticationRegion = LocalAccount.Region, ForcePathStyle = true });

    public async ValueTask InitializeAsync()
    {
        server = await S3Server.StartAsync(folder.Path, [Bucket], TestContext.Current.CancellationToken);
        Client = NewClient(Address);
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

    public async Task<List<string>> KeysAsync()
    {
        var list = await Client.ListObjectsV2Async(new() { BucketName = Bucket }, TestContext.Current.CancellationToken);
        return [.. (list.S3Objects ?? []).Select(found => found.Key)];
    }

    public async Task<string> ReadAsync(string key)
    {
        using var response = await Client.GetObjectAsync(Bucket, key, TestContext.Current.CancellationToken);
        await using var content = key.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(response.ResponseStream, CompressionMode.Decompress)
            : response.ResponseStream;
        using var reader = new StreamReader(content, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
