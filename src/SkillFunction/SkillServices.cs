using AlexaSkill.Persistence;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Analytics;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using SkillFunction.Breeds;
using SkillHosting;
using Tables;

namespace SkillFunction;

/// <summary>The services that the skill calls.</summary>
/// <param name="DynamoDb">Takes the hits.</param>
/// <param name="Http">Calls Alexa, and the breeds' API where one is set.</param>
/// <param name="Breeds">Looks breeds up.</param>
/// <param name="Store">Where users are remembered.</param>
internal sealed record SkillServices(IAmazonDynamoDB DynamoDb, HttpClient Http, BreedLookup Breeds, IPersistenceAdapter Store)
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(2);

    /// <summary>Creates the clients that the settings ask for; they live as long as the process.</summary>
    /// <exception cref="SettingsException">A variable that the AWS SDK reads is missing or bad.</exception>
    public static SkillServices Open(Settings settings, TimeProvider time, ILogger logger)
    {
        var dynamoDb = AwsClients.Create(() => new AmazonDynamoDBClient());
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = HttpBreeds.MaxReplyBytes };
        var schema = new KeyValueSchema(settings.BreedsTable, BreedCatalog.KeyAttribute, BreedCatalog.ValueAttribute);
        BreedLookup breeds = settings.BreedsUrl is { } address
            ? new HttpBreeds(http, address).FindAsync
            : new KeyValueTable<string>(dynamoDb, schema, ValueMapping.Text).GetAsync;
        return new SkillServices(dynamoDb, http, breeds, AttributesStore.Open(settings.Skill.Store, dynamoDb, time, logger).Adapter);
    }

    /// <summary>
    /// Opens the connection to DynamoDB, so that no user waits for its TLS handshake. The first request reports what is wrong with it.
    /// </summary>
    public async Task ConnectAsync(string breedsTable)
    {
        using var limit = new CancellationTokenSource(ConnectLimit);
        var key = new Dictionary<string, AttributeValue> { [BreedCatalog.KeyAttribute] = new() { S = "connect" } };
        try
        {
            await DynamoDb.GetItemAsync(breedsTable, key, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException)
        {
            // Even a refusal has opened the connection.
        }
    }
}
