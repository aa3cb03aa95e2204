using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Xunit;

namespace Testing;

/// <summary>Creates tables for tests.</summary>
public static class DynamoDbTables
{
    /// <summary>Creates a table with a text as its key, and waits until it takes items.</summary>
    /// <param name="client">The client.</param>
    /// <param name="name">The table.</param>
    /// <param name="key">The partition key.</param>
    /// <returns>A task that completes when the table is active.</returns>
    public static async Task CreateActiveTableAsync(this IAmazonDynamoDB client, string name, string key)
    {
        ArgumentNullException.ThrowIfNull(client);
        var token = TestContext.Current.CancellationToken;
        await client.CreateTableAsync(
            new CreateTableRequest(name, [new KeySchemaElement(key, KeyType.HASH)])
            {
                AttributeDefinitions = [new AttributeDefinition(key, ScalarAttributeType.S)],
                BillingMode = BillingMode.PAY_PER_REQUEST,
            },
            token);
        while ((await client.DescribeTableAsync(name, token)).Table.TableStatus != TableStatus.ACTIVE)
        {
        }
    }
}
