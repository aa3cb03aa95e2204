using AlexaSkill.DynamoDb;
using AlexaSkill.Tests.Persistence;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

[assembly: AssemblyFixture(typeof(Dynalite))]

namespace AlexaSkill.Tests.Persistence;

/// <summary>One dynalite for all tests; each test uses tables of its own names.</summary>
public sealed class Dynalite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("persistence-tests-");
    private LocalAws.DynamoDb.Dynalite? service;

    public IAmazonDynamoDB Client { get; private set; } = null!;

    public int Port => new Uri(service!.Address).Port;

    public static string NewTableName() => $"attributes-{Guid.NewGuid():N}";

    /// <summary>A client that sends through a handler, without retries of its own.</summary>
    public static AmazonDynamoDBClient ClientThrough(HttpMessageHandler handler, int port = 1) =>
        new(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig
        {
            ServiceURL = $"http://127.0.0.1:{port}",
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            HttpClientFactory = new SdkHttp(handler),
        });

    /// <summary>An adapter on a table that is there.</summary>
    public async Task<DynamoDbPersistenceAdapter> NewAdapterAsync(DynamoDbPersistenceOptions? options = null, TimeProvider? time = null)
    {
        var adapter = new DynamoDbPersistenceAdapter(Client, options ?? new DynamoDbPersistenceOptions(NewTableName()), time);
        await adapter.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        return adapter;
    }

    public async ValueTask InitializeAsync()
    {
        service = await LocalAws.DynamoDb.Dynalite.StartAsync(folder.FullName, TestContext.Current.CancellationToken);
        Client = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig
        {
            ServiceURL = $"http://127.0.0.1:{Port}",
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
