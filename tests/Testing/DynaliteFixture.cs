using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Xunit;

namespace Testing;

/// <summary>One dynalite for all tests of an assembly; each test uses tables of its own names.</summary>
public sealed class DynaliteFixture : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private LocalAws.DynamoDb.Dynalite? service;

    /// <summary>Its base address.</summary>
    public string Address => service!.Address;

    /// <summary>A client for it.</summary>
    public IAmazonDynamoDB Client { get; private set; } = null!;

    /// <summary>Makes up a table's name.</summary>
    /// <returns>The name.</returns>
    public static string NewTableName() => $"table-{Guid.NewGuid():N}";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        service = await LocalAws.DynamoDb.Dynalite.StartAsync(folder.Path, TestContext.Current.CancellationToken);
        Client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = Address, AuthenticationRegion = "us-east-1" });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        folder.Dispose();
    }
}
