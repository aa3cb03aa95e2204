using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Tables;

/// <summary>What both models do with a table's items.</summary>
internal sealed class TableItems(IAmazonDynamoDB dynamoDb, string tableName, string partitionKey, TableOptions options)
{
    private const string KeyIsPresent = "attribute_exists(#key)";
    private const string KeyIsAbsent = "attribute_not_exists(#key)";

    private Dictionary<string, string> KeyName => new() { ["#key"] = partitionKey };

    public async Task<Item?> GetAsync(Item key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = tableName, Key = key, ConsistentRead = options.ConsistentReads };
        var response = await dynamoDb.GetItemAsync(request, cancellationToken).OrTableErrorAsync(tableName, "GetItem");
        return response.IsItemSet ? response.Item : null;
    }

    public async Task<bool> ExistsAsync(Item key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest
        {
            TableName = tableName,
            Key = key,
            ConsistentRead = options.ConsistentReads,
            ProjectionExpression = "#key",
            ExpressionAttributeNames = KeyName,
        };
        var response = await dynamoDb.GetItemAsync(request, cancellationToken).OrTableErrorAsync(tableName, "GetItem");
        return response.IsItemSet;
    }

    public async Task PutAsync(Item item, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest { TableName = tableName, Item = item };
        await dynamoDb.PutItemAsync(request, cancellationToken).OrTableErrorAsync(tableName, "PutItem");
    }

    public async Task<WriteResult> PutIfAbsentAsync(Item item, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest
        {
            TableName = tableName,
            Item = item,
            ConditionExpression = KeyIsAbsent,
            ExpressionAttributeNames = KeyName,
        };
        try
        {
            await dynamoDb.PutItemAsync(request, cancellationToken).OrTableErrorAsync(tableName, "PutItem");
            return WriteResult.Written;
        }
        catch (ConditionalCheckFailedException)
        {
            return WriteResult.KeyPresent;
        }
    }

    /// <summary>Sets the attributes of an item that exists, and removes those whose new value is null.</summary>
    public async Task<WriteResult> UpdateAsync(
        Item key,
        IReadOnlyDictionary<string, AttributeValue?> changes,
        CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest
        {
            TableName = tableName,
            Key = key,
            ConditionExpression = KeyIsPresent,
            ExpressionAttributeNames = KeyName,
        };
        SetChanges(request, changes);
        try
        {
            await dynamoDb.UpdateItemAsync(request, cancellationToken).OrTableErrorAsync(tableName, "UpdateItem");
            return WriteResult.Written;
        }
        catch (ConditionalCheckFailedException)
        {
            return WriteResult.KeyMissing;
        }
    }

    public async Task RemoveAsync(Item key, CancellationToken cancellationToken)
    {
        var request = new DeleteItemRequest { TableName = tableName, Key = key };
        await dynamoDb.DeleteItemAsync(request, cancellationToken).OrTableErrorAsync(tableName, "DeleteItem");
    }

    public async Task<Page<Item>> ScanPageAsync(int? pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        var request = new ScanRequest
        {
            TableName = tableName,
            ConsistentRead = options.ConsistentReads,
            Limit = pageSize,
            ExclusiveStartKey = PageToken.Decode(continuationToken),
        };
        var response = await dynamoDb.ScanAsync(request, cancellationToken).OrTableErrorAsync(tableName, "Scan");
        return new(response.Items ?? [], PageToken.Encode(response.LastEvaluatedKey));
    }

    public async Task<Page<Item>> QueryPageAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        request.TableName = tableName;
        request.ConsistentRead = options.ConsistentReads && request.IndexName is null;
        var response = await dynamoDb.QueryAsync(request, cancellationToken).OrTableErrorAsync(tableName, "Query");
        return new(response.Items ?? [], PageToken.Encode(response.LastEvaluatedKey));
    }

    private static void SetChanges(UpdateItemRequest request, IReadOnlyDictionary<string, AttributeValue?> changes)
    {
        var (sets, removes, values) = (new List<string>(), new List<string>(), new Dictionary<string, AttributeValue>());
        foreach (var (name, value) in changes)
        {
            var place = $"#a{sets.Count + removes.Count}";
            request.ExpressionAttributeNames[place] = name;
            if (value is null)
            {
                removes.Add(place);
                continue;
            }

            sets.Add($"{place} = :v{values.Count}");
            values[$":v{values.Count}"] = value;
        }

        string[] clauses = [.. Clause("SET", sets), .. Clause("REMOVE", removes)];
        request.UpdateExpression = clauses.Length > 0 ? string.Join(' ', clauses) : null;
        request.ExpressionAttributeValues = values.Count > 0 ? values : null;
    }

    private static string[] Clause(string verb, List<string> terms) => terms.Count > 0 ? [$"{verb} {string.Join(", ", terms)}"] : [];
}
