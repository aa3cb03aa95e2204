using System.IO.Compression;
using System.Text;
using Amazon.S3;
using Analytics;
using LocalEmulator.Services;

namespace LocalEmulator.Tests.Services;

/// <summary>s3rver on a temporary folder.</summary>
public sealed class LocalS3 : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private NodeProcess? node;

    public IAmazonS3 Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        node = await NodeProcess.StartAsync("s3rver.mjs", [folder.Path, Names.LocalBucket], TestContext.Current.CancellationToken);
        Client = LocalClients.S3(node.Address);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (node is not null)
        {
            await node.DisposeAsync();
        }

        folder.Dispose();
    }

    public async Task<List<string>> KeysAsync()
    {
        var list = await Client.ListObjectsV2Async(new() { BucketName = Names.LocalBucket }, TestContext.Current.CancellationToken);
        return [.. (list.S3Objects ?? []).Select(found => found.Key)];
    }

    public async Task<string> ReadAsync(string key)
    {
        using var response = await Client.GetObjectAsync(Names.LocalBucket, key, TestContext.Current.CancellationToken);
        await using var content = key.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(response.ResponseStream, CompressionMode.Decompress)
            : response.ResponseStream;
        using var reader = new StreamReader(content, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
