using Amazon.DynamoDBv2;
using Amazon.Runtime;
using LocalEmulator.Services;

[assembly: AssemblyFixture(typeof(Tables.Tests.Dynalite))]

namespace Tables.Tests;

/// <summary>One dynalite for all tests; each test uses tables of its own names.</summary>
public sealed class Dynalite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tables-tests-");
    private NodeProcess? node;

    public IAmazonDynamoDB Client { get; private set; } = null!;

    public static string NewTableName() => $"table-{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync()
    {
        node = await NodeProcess.StartAsync("dynalite.mjs", [folder.FullName], TestContext.Current.CancellationToken);
        Client = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig
        {
            ServiceURL = node.Address,
            AuthenticationRegion = "us-east-1",
        });
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
}
