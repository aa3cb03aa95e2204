using AlexaSkill.DynamoDb;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

[assembly: AssemblyFixture(typeof(DynaliteFixture))]

namespace AlexaSkill.Tests.Persistence;

internal static class DynamoDbClients
{
    /// <summary>A client that sends through a handler, without retries of its own.</summary>
    public static AmazonDynamoDBClient Through(HttpMessageHandler handler) =>
        new(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig
        {
            ServiceURL = "http://127.0.0.1:1",
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            HttpClientFactory = new SdkHttp(handler),
        });

    /// <summary>An adapter on a table that is there.</summary>
    public static async Task<DynamoDbPersistenceAdapter> NewAdapterAsync(
        this DynaliteFixture dynalite, DynamoDbPersistenceOptions? options = null, TimeProvider? time = null)
    {
        var table = options ?? new DynamoDbPersistenceOptions(DynaliteFixture.NewTableName());
        var adapter = new DynamoDbPersistenceAdapter(dynalite.Client, table, time);
        await adapter.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        return adapter;
    }
}
