using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>Schemas as DynamoDB's requests to create them.</summary>
internal static class TableDefinition
{
    /// <summary>The request for a key-value table.</summary>
    public static CreateTableRequest Of(KeyValueSchema schema) =>
        Of(schema.TableName, Keys(new TableKey(schema.KeyAttribute)), schema.Provisioned);

    /// <summary>The request for a document table.</summary>
    public static CreateTableRequest Of(DocumentSchema schema)
    {
        var keys = Keys(schema.PartitionKey, schema.SortKey);
        if (schema.StatusIndex is not { } index)
        {
            return Of(schema.TableName, keys, schema.Provisioned);
        }

        var indexKeys = Keys(new TableKey(index.StatusAttribute), index.SortKey);
        var request = Of(schema.TableName, [.. keys, .. indexKeys], schema.Provisioned);
        request.KeySchema = KeySchema(keys);
        request.GlobalSecondaryIndexes =
        [
            new GlobalSecondaryIndex
            {
                IndexName = index.IndexName,
                KeySchema = KeySchema(indexKeys),
                Projection = Projection(index.Projection ?? IndexProjection.All),
                ProvisionedThroughput = Throughput(index.Provisioned ?? schema.Provisioned),
            },
        ];
        return request;
    }

    private static CreateTableRequest Of(string tableName, TableKey[] keys, ProvisionedCapacity? provisioned) => new()
    {
        TableName = tableName,
        KeySchema = KeySchema(keys),
        AttributeDefinitions = [.. keys.DistinctBy(key => key.Name).Select(key => new AttributeDefinition(key.Name, Type(key)))],
        BillingMode = provisioned is null ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED,
        ProvisionedThroughput = Throughput(provisioned),
    };

    private static TableKey[] Keys(TableKey hash, TableKey? range = null) => range is null ? [hash] : [hash, range];

    private static List<KeySchemaElement> KeySchema(TableKey[] keys) =>
        [.. keys.Select((key, position) => new KeySchemaElement(key.Name, position == 0 ? KeyType.HASH : KeyType.RANGE))];

    private static ScalarAttributeType Type(TableKey key) => key.IsNumber ? ScalarAttributeType.N : ScalarAttributeType.S;

    private static Projection Projection(IndexProjection projection) => new()
    {
        ProjectionType = projection.Type,
        NonKeyAttributes = projection.Attributes.Count > 0 ? [.. projection.Attributes] : null,
    };

    private static ProvisionedThroughput? Throughput(ProvisionedCapacity? provisioned) =>
        provisioned is null ? null : new ProvisionedThroughput(provisioned.ReadUnits, provisioned.WriteUnits);
}
