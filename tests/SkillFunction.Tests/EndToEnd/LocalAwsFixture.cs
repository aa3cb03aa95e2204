using Amazon.DynamoDBv2;
using Analytics;
using LocalEmulator;
using LocalEmulator.Services;

[assembly: AssemblyFixture(typeof(SkillFunction.Tests.EndToEnd.LocalAwsFixture))]

namespace SkillFunction.Tests.EndToEnd;

/// <summary>One dynalite with the tables as they are deployed.</summary>
public sealed class LocalAwsFixture : IAsyncLifetime
{
    private NodeProcess? node;

    public IAmazonDynamoDB DynamoDb { get; private set; } = null!;

    internal string Address => $"http://127.0.0.1:{node!.Ready.GetProperty("port").GetInt32()}";

    internal DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("skill-tests-");

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        node = await NodeProcess.StartAsync("dynalite.mjs", [Path.Combine(Folder.FullName, "dynamodb")], cancellationToken);
        DynamoDb = LocalClients.DynamoDb(Address);
        var catalog = await File.ReadAllTextAsync(Repository.Find("catalog", "breeds.csv"), cancellationToken);
        await new LocalTables(DynamoDb).PrepareAsync(BreedCatalog.Parse(catalog), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        DynamoDb?.Dispose();
        if (node is not null)
        {
            await node.DisposeAsync();
        }

        Folder.Delete(recursive: true);
    }
}
