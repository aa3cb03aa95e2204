using Amazon.DynamoDBv2;
using Amazon.Runtime;

[assembly: AssemblyFixture(typeof(Tables.Tests.Dynalite))]

namespace Tables.Tests;

/// <summary>One dynalite for all tests; each test uses tables of its own names.</summary>
public sealed class Dynalite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tables-tests-");
    private LocalAws.DynamoDb.Dynalite? service;

    public IAmazonDynamoDB Client { get; private set; } = null!;

    public static string NewTableName() => $"table-{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync()
    {
        service = await LocalAws.DynamoDb.Dynalite.StartAsync(folder.FullName, TestContext.Current.CancellationToken);
        Client = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig
        {
            ServiceURL = service.Address,
            AuthenticationRegion = "us-east-1",
        });
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
