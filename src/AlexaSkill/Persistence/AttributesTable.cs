using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Tables;

namespace AlexaSkill.Persistence;

/// <summary>Creates the table of a <see cref="DynamoDbPersistenceAdapter"/> where it is absent and waits until it can be used.</summary>
/// <param name="dynamoDb">The client.</param>
/// <param name="options">The table.</param>
/// <param name="time">The clock.</param>
internal sealed class AttributesTable(IAmazonDynamoDB dynamoDb, DynamoDbPersistenceOptions options, TimeProvider time)
{
    private static readonly TimeSpan ActiveTimeout = TimeSpan.FromMinutes(5);
    private static readonly Backoff Pauses = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2));

    /// <summary>Creates the table unless it is there, waits until it is ACTIVE, and turns its TTL on where the options have one.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether this call created it.</returns>
    /// <exception cref="PersistenceException">It has another key, is not ACTIVE in time, or a call failed.</exception>
    public async Task<bool> EnsureAsync(CancellationToken cancellationToken)
    {
        var created = false;
        var start = time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var table = await DescribeAsync(cancellationToken);
            if (table?.TableStatus == TableStatus.ACTIVE)
            {
                RequireKey(table);
                await EnsureTimeToLiveAsync(cancellationToken);
                return created;
            }

            created |= table is null && await TryCreateAsync(cancellationToken);
            if (time.GetElapsedTime(start) >= ActiveTimeout)
            {
                throw new PersistenceException(
                    PersistenceFailure.Unavailable,
                    $"Table '{options.TableName}' is {table?.TableStatus.Value ?? "not visible"} after {ActiveTimeout}; "
                    + "it has to be ACTIVE. Try again later.");
            }

            await Task.Delay(Pauses.Delay(attempt, Random.Shared), time, cancellationToken);
        }
    }

    private async Task<TableDescription?> DescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var response = await dynamoDb.DescribeTableAsync(options.TableName, cancellationToken)
                .OrPersistenceErrorAsync("DescribeTable", options);
            return response.Table;
        }
        catch (PersistenceException missing) when (missing.Failure == PersistenceFailure.NotFound)
        {
            return null;
        }
    }

    private async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        var create = new CreateTableRequest
        {
            TableName = options.TableName,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new AttributeDefinition(options.KeyName, ScalarAttributeType.S)],
            KeySchema = [new KeySchemaElement(options.KeyName, KeyType.HASH)],
        };
        try
        {
            await dynamoDb.CreateTableAsync(create, cancellationToken).OrPersistenceErrorAsync("CreateTable", options);
            return true;
        }
        catch (PersistenceException elsewhere) when (elsewhere.InnerException is ResourceInUseException)
        {
            return false;
        }
    }

    private void RequireKey(TableDescription table)
    {
        var types = table.AttributeDefinitions.ToDictionary(attribute => attribute.AttributeName, attribute => attribute.AttributeType);
        var found = string.Join(", ", table.KeySchema.Select(key => $"{key.AttributeName} {types[key.AttributeName]}"));
        var wanted = $"{options.KeyName} {ScalarAttributeType.S}";
        if (found != wanted)
        {
            throw new PersistenceException(
                PersistenceFailure.Refused,
                $"Table '{options.TableName}' has the key ({found}); it has to be ({wanted}). Set the key's name, or use another table.");
        }
    }

    private async Task EnsureTimeToLiveAsync(CancellationToken cancellationToken)
    {
        if (options.TimeToLive is null)
        {
            return;
        }

        var found = await dynamoDb.DescribeTimeToLiveAsync(options.TableName, cancellationToken)
            .OrPersistenceErrorAsync("DescribeTimeToLive", options);
        if (found.TimeToLiveDescription?.TimeToLiveStatus != TimeToLiveStatus.DISABLED)
        {
            return;
        }

        var update = new UpdateTimeToLiveRequest
        {
            TableName = options.TableName,
            TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = options.TimeToLiveName, Enabled = true },
        };
        try
        {
            await dynamoDb.UpdateTimeToLiveAsync(update, cancellationToken).OrPersistenceErrorAsync("UpdateTimeToLive", options);
        }
        catch (PersistenceException unknown)
            when (unknown.InnerException is AmazonServiceException { ErrorCode: "UnknownOperationException" })
        {
            // An emulated DynamoDB deletes nothing; what has expired still reads as absent.
        }
    }
}
