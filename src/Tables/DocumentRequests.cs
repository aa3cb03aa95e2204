using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>Keys and queries of a document table, as DynamoDB takes them.</summary>
/// <param name="schema">The table's shape.</param>
internal sealed class DocumentRequests(DocumentSchema schema)
{
    /// <summary>The names of the table's keys.</summary>
    public IReadOnlyList<string> KeyNames { get; } =
        schema.RangeKey is { } range ? [schema.HashKey.Name, range.Name] : [schema.HashKey.Name];

    /// <summary>The key of a document.</summary>
    /// <param name="key">The key's values.</param>
    /// <returns>The key's attributes.</returns>
    /// <exception cref="ArgumentException">The key has a range and the table none, or the reverse.</exception>
    public Dictionary<string, AttributeValue> Key(DocumentKey key)
    {
        var attributes = new Dictionary<string, AttributeValue> { [schema.HashKey.Name] = Value(schema.HashKey, key.Hash) };
        switch (schema.RangeKey, key.Range)
        {
            case (null, null):
                break;
            case ({ } rangeKey, { } range):
                attributes[rangeKey.Name] = Value(rangeKey, range);
                break;
            case ({ } rangeKey, null):
                throw new ArgumentException($"A key of table '{schema.TableName}' needs its range, '{rangeKey.Name}'.", nameof(key));
            default:
                throw new ArgumentException($"Table '{schema.TableName}' has no range key; give the hash key alone.", nameof(key));
        }

        return attributes;
    }

    /// <summary>A query for one page.</summary>
    /// <param name="query">Which documents.</param>
    /// <param name="continuationToken">Where the page starts.</param>
    /// <returns>The request, without the table's name.</returns>
    /// <exception cref="ArgumentException">The schema lacks what the query needs, or the token is none.</exception>
    public QueryRequest Query(DocumentQuery query, string? continuationToken)
    {
        var request = query.Hash is { } hash
            ? Request(schema.HashKey, hash, schema.RangeKey, query.Since)
            : Request(new TableKey(StatusIndex.StatusAttribute), query.Status!, StatusIndex.RangeKey, query.Since);
        request.IndexName = query.Hash is null ? StatusIndex.IndexName : null;
        request.ScanIndexForward = query.OldestFirst;
        request.Limit = query.PageSize;
        request.ExclusiveStartKey = PageToken.Decode(continuationToken);
        if (query is { Hash: not null, Status: { } status })
        {
            request.FilterExpression = "#status = :status";
            request.ExpressionAttributeNames["#status"] = StatusIndex.StatusAttribute;
            request.ExpressionAttributeValues[":status"] = new AttributeValue { S = status };
        }

        return request;
    }

    private StatusIndex StatusIndex => schema.StatusIndex
        ?? throw new ArgumentException($"The schema of table '{schema.TableName}' has no status index; a query by status needs one.");

    private QueryRequest Request(TableKey hashKey, string hash, TableKey? rangeKey, string? since)
    {
        var request = new QueryRequest
        {
            KeyConditionExpression = "#hash = :hash",
            ExpressionAttributeNames = new() { ["#hash"] = hashKey.Name },
            ExpressionAttributeValues = new() { [":hash"] = Value(hashKey, hash) },
        };
        if (since is not null)
        {
            var range = rangeKey
                ?? throw new ArgumentException($"Since needs a range key; what this query of table '{schema.TableName}' reads has none.");
            request.KeyConditionExpression += " AND #range >= :since";
            request.ExpressionAttributeNames["#range"] = range.Name;
            request.ExpressionAttributeValues[":since"] = Value(range, since);
        }

        return request;
    }

    private static AttributeValue Value(TableKey key, string value) =>
        key.IsNumber ? new AttributeValue { N = value } : new AttributeValue { S = value };
}
