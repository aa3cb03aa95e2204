using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>A DynamoDB table of one value a key.</summary>
/// <typeparam name="TValue">The values' type.</typeparam>
/// <param name="dynamoDb">The client to use.</param>
/// <param name="schema">The table's shape.</param>
/// <param name="mapping">How values are stored.</param>
public sealed class KeyValueTable<TValue>(IAmazonDynamoDB dynamoDb, KeyValueSchema schema, ValueMapping<TValue> mapping)
    where TValue : class
{
    /// <summary>Reads the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The value, or null where the key is absent.</returns>
    public async Task<TValue?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        var request = new GetItemRequest
        {
            TableName = schema.TableName,
            Key = new Dictionary<string, AttributeValue> { [schema.KeyAttribute] = new() { S = key } },
        };
        var response = await dynamoDb.GetItemAsync(request, cancellationToken);
        return response.IsItemSet ? mapping.FromAttribute(response.Item[schema.ValueAttribute]) : null;
    }
}
