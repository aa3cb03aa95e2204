using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Tables;

/// <summary>Creates a table where it is absent, waits until it can be used, and turns its time to live on.</summary>
internal sealed class TableCreator(
    IAmazonDynamoDB dynamoDb, CreateTableRequest definition, string? timeToLiveAttribute, TableOptions options)
{
    private static readonly Backoff Polling = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));

    /// <summary>Whether this call created the table; it is ACTIVE, and its indexes are.</summary>
    public async Task<bool> CreateIfNotExistsAsync(CancellationToken cancellationToken)
    {
        var created = false;
        var start = options.TimeProvider.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var table = await DescribeAsync(cancellationToken);
            if (IsActive(table))
            {
                RequireSameShape(table!);
                await TurnTimeToLiveOnAsync(cancellationToken);
                return created;
            }

            // A table that is being deleted disappears while we wait; one just created may not be visible yet, and is "in use" then.
            created |= table is null && await TryCreateAsync(cancellationToken);
            if (options.TimeProvider.GetElapsedTime(start) >= options.ActiveTimeout)
            {
                throw NotActive(table);
            }

            await Task.Delay(Polling.Delay(attempt, options.Jitter), options.TimeProvider, cancellationToken);
        }
    }

    private static bool IsActive(TableDescription? table) =>
        table?.TableStatus == TableStatus.ACTIVE
        && (table.GlobalSecondaryIndexes ?? []).TrueForAll(index => index.IndexStatus == IndexStatus.ACTIVE);

    private static string Shape(List<KeySchemaElement> keys, List<AttributeDefinition> attributes)
    {
        var types = attributes.ToDictionary(attribute => attribute.AttributeName, attribute => attribute.AttributeType);
        return string.Join(", ", keys.Select(key => $"{key.AttributeName} {key.KeyType} {types[key.AttributeName]}"));
    }

    private async Task<TableDescription?> DescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var response = await dynamoDb.DescribeTableAsync(definition.TableName, cancellationToken)
                .OrTableErrorAsync(definition.TableName, "DescribeTable");
            return response.Table;
        }
        catch (TableException failure) when (failure.Reason == TableFailure.TableMissing)
        {
            return null;
        }
    }

    private async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.CreateTableAsync(definition, cancellationToken).OrTableErrorAsync(definition.TableName, "CreateTable");
            return true;
        }
        catch (TableException failure) when (failure.InnerException is ResourceInUseException)
        {
            return false;
        }
    }

    private async Task TurnTimeToLiveOnAsync(CancellationToken cancellationToken)
    {
        var table = definition.TableName;
        if (timeToLiveAttribute is null || !await IsTimeToLiveOffAsync(table, cancellationToken))
        {
            return;
        }

        var update = new UpdateTimeToLiveRequest
        {
            TableName = table,
            TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = timeToLiveAttribute, Enabled = true },
        };
        try
        {
            await dynamoDb.UpdateTimeToLiveAsync(update, cancellationToken).OrTableErrorAsync(table, "UpdateTimeToLive");
        }
        catch (TableException unknown) when (unknown.InnerException is AmazonServiceException { ErrorCode: "UnknownOperationException" })
        {
            // An emulated DynamoDB that deletes nothing.
        }
    }

    private async Task<bool> IsTimeToLiveOffAsync(string table, CancellationToken cancellationToken)
    {
        var found = await dynamoDb.DescribeTimeToLiveAsync(table, cancellationToken).OrTableErrorAsync(table, "DescribeTimeToLive");
        return found.TimeToLiveDescription?.TimeToLiveStatus == TimeToLiveStatus.DISABLED;
    }

    private void RequireSameShape(TableDescription table)
    {
        Require("keys", Shape(table.KeySchema, table.AttributeDefinitions), Shape(definition.KeySchema, definition.AttributeDefinitions));
        foreach (var wanted in definition.GlobalSecondaryIndexes ?? [])
        {
            var found = table.GlobalSecondaryIndexes?.Find(index => index.IndexName == wanted.IndexName);
            var shape = found is null ? "no such index" : Shape(found.KeySchema, table.AttributeDefinitions);
            Require($"index '{wanted.IndexName}'", shape, Shape(wanted.KeySchema, definition.AttributeDefinitions));
        }
    }

    private void Require(string what, string found, string wanted)
    {
        if (found != wanted)
        {
            throw new TableException(
                TableFailure.SchemaDiffers,
                $"Table '{definition.TableName}' exists with another shape: {what} found ({found}), wanted ({wanted}). "
                + "Use another name, or the schema that is there.");
        }
    }

    private TableException NotActive(TableDescription? table) => new(
        TableFailure.NotActive,
        $"Table '{definition.TableName}' is {table?.TableStatus.Value ?? "not visible"} after {options.ActiveTimeout}, not ACTIVE. "
        + "Try again later.");
}
