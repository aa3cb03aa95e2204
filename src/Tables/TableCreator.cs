using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>Creates a table where it is absent and waits until it can be used.</summary>
/// <param name="dynamoDb">The client to use.</param>
/// <param name="definition">The table.</param>
/// <param name="options">How long to wait.</param>
internal sealed class TableCreator(IAmazonDynamoDB dynamoDb, CreateTableRequest definition, TableOptions options)
{
    private static readonly Backoff Polling = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));

    /// <summary>Creates the table unless it is there, and waits until it and its indexes are ACTIVE.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether this call created it.</returns>
    /// <exception cref="TableException">It has another shape, did not become ACTIVE in time, or a call failed.</exception>
    public async Task<bool> CreateIfAbsentAsync(CancellationToken cancellationToken)
    {
        var created = false;
        var start = options.TimeProvider.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var table = await DescribeAsync(cancellationToken);
            if (IsActive(table))
            {
                RequireSameShape(table!);
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
