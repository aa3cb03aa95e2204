using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>Keys and queries of a document table, as DynamoDB takes them.</summary>
internal sealed class DocumentRequests(DocumentSchema schema)
{
    /// <summary>The names of the table's keys.</summary>
    public IReadOnlyList<string> KeyNames { get; } =
        schema.SortKey is { } sortKey ? [schema.PartitionKey.Name, sortKey.Name] : [schema.PartitionKey.Name];

    /// <summary>The key of a document.</summary>
    public Dictionary<string, AttributeValue> Key(DocumentKey key)
    {
        var attributes = new Dictionary<string, AttributeValue> { [schema.PartitionKey.Name] = Value(schema.PartitionKey, key.PartitionKey) };
        switch (schema.SortKey, key.SortKey)
        {
            case (null, null):
                break;
            case ({ } sortKey, { } value):
                attributes[sortKey.Name] = Value(sortKey, value);
                break;
            case ({ } sortKey, null):
                throw new ArgumentException($"A key of table '{schema.TableName}' needs its sort key, '{sortKey.Name}'.", nameof(key));
            default:
                throw new ArgumentException($"Table '{schema.TableName}' has no sort key; give the partition key alone.", nameof(key));
        }

        return attributes;
    }

    /// <summary>A query for one page.</summary>
    public QueryRequest Query(DocumentQuery query, string? continuationToken)
    {
        var request = query.PartitionKey is { } value
            ? Request(schema.PartitionKey, value, schema.SortKey, query.Since)
            : Request(new TableKey(StatusIndex.StatusAttribute), query.Status!, StatusIndex.SortKey, query.Since);
        request.IndexName = query.PartitionKey is null ? StatusIndex.IndexName : null;
        request.ScanIndexForward = query.OldestFirst;
        request.Limit = query.PageSize;
        request.ExclusiveStartKey = PageToken.Decode(continuationToken);
        if (query is { PartitionKey: not null, Status: { } status })
        {
            request.FilterExpression = "#status = :status";
            request.ExpressionAttributeNames["#status"] = StatusIndex.StatusAttribute;
            request.ExpressionAttributeValues[":status"] = new AttributeValue { S = status };
        }

        return request;
    }

    private StatusIndex StatusIndex => schema.StatusIndex
        ?? throw new ArgumentException($"The schema of table '{schema.TableName}' has no status index; a query by status needs one.");

    private QueryRequest Request(TableKey partitionKey, string value, TableKey? sortKey, string? since)
    {
        var request = new QueryRequest
        {
            KeyConditionExpression = "#key = :key",
            ExpressionAttributeNames = new() { ["#key"] = partitionKey.Name },
            ExpressionAttributeValues = new() { [":key"] = Value(partitionKey, value) },
        };
        if (since is not null)
        {
            var ordered = sortKey
                ?? throw new ArgumentException($"Since needs a sort key; what this query of table '{schema.TableName}' reads has none.");
            request.KeyConditionExpression += " AND #sort >= :since";
            request.ExpressionAttributeNames["#sort"] = ordered.Name;
            request.ExpressionAttributeValues[":since"] = Value(ordered, since);
        }

        return request;
    }

    private static AttributeValue Value(TableKey key, string value) => AttributeText.ToAttribute(value, key.IsNumber);
}
