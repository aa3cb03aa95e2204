using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Analytics;

namespace LocalEmulator.Services;

/// <summary>The tables that the stack would deploy.</summary>
/// <param name="dynamoDb">The client to use.</param>
internal sealed class LocalTables(IAmazonDynamoDB dynamoDb)
{
    private const int BatchWriteItems = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Creates a table if it is missing, and waits until it can be used.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="key">The partition key's name; its type is S.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when the table is active.</returns>
    public async Task EnsureAsync(string name, string key, CancellationToken cancellationToken)
    {
        while (await StatusAsync(name, cancellationToken) is var status && status != TableStatus.ACTIVE)
        {
            if (status is null)
            {
                await CreateAsync(name, key, cancellationToken);
            }
            else
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Makes the table of breeds hold what the catalog says.</summary>
    /// <param name="catalog">The catalog's keys and breeds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when the table is filled.</returns>
    public async Task FillBreedsAsync(IReadOnlyDictionary<string, string> catalog, CancellationToken cancellationToken)
    {
        var scan = await dynamoDb.ScanAsync(new ScanRequest(Names.BreedsTable), cancellationToken);
        var present = (scan.Items ?? []).ToDictionary(item => item[BreedCatalog.KeyAttribute].S, item => item[BreedCatalog.ValueAttribute].S, StringComparer.Ordinal);
        var puts = catalog.Where(breed => present.GetValueOrDefault(breed.Key) != breed.Value).Select(breed => new WriteRequest(new PutRequest(new()
        {
            [BreedCatalog.KeyAttribute] = new AttributeValue(breed.Key),
            [BreedCatalog.ValueAttribute] = new AttributeValue(breed.Value),
        })));
        var deletes = present.Keys.Where(key => !catalog.ContainsKey(key)).Select(key => new WriteRequest(new DeleteRequest(new()
        {
            [BreedCatalog.KeyAttribute] = new AttributeValue(key),
        })));
        foreach (var batch in puts.Concat(deletes).Chunk(BatchWriteItems))
        {
            await dynamoDb.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [Names.BreedsTable] = [.. batch] }, cancellationToken);
        }
    }

    private async Task<TableStatus?> StatusAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await dynamoDb.DescribeTableAsync(name, cancellationToken)).Table.TableStatus;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task CreateAsync(string name, string key, CancellationToken cancellationToken)
    {
        var request = new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new AttributeDefinition(key, ScalarAttributeType.S)],
            KeySchema = [new KeySchemaElement(key, KeyType.HASH)],
        };
        await dynamoDb.CreateTableAsync(request, cancellationToken);
    }
}
