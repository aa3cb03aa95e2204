using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Analytics;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using Tables;

namespace SkillHosting;

/// <summary>
/// Writes hits to the analytics table. A hit that cannot be written is logged and counted; the answer goes out all the same.
/// </summary>
/// <typeparam name="THit">What the skill knows of one hit.</typeparam>
/// <param name="record">The skill's record.</param>
/// <param name="dynamoDb">A client of DynamoDB.</param>
/// <param name="tableName">The table's name or ARN.</param>
/// <param name="ttlDays">Days until a hit expires; 0 = never.</param>
/// <param name="time">The clock.</param>
/// <param name="metrics">Counts what was written and what was lost.</param>
/// <param name="logger">Is told of what was lost.</param>
public sealed class HitWriter<THit>(
    AnalyticsRecord<THit> record, IAmazonDynamoDB dynamoDb, string tableName, int ttlDays, TimeProvider time, EmbeddedMetrics metrics, ILogger logger)
{
    /// <summary>Writes a hit, or gives it up; a request that Alexa repeats stays the one row it is.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    /// <returns>A task that completes when the hit is written or given up.</returns>
    public async Task WriteAsync(THit hit, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(record.Columns[0].Value(hit)))
        {
            Lose("the request has no id");
            return;
        }

        var put = Put(hit);
        try
        {
            if (await Deadline.RunAsync(HitWriter.Limit, time, token => WriteAsync(put, token), cancellationToken))
            {
                metrics.Add(Metrics.Hits);
            }
            else
            {
                Log.HitRepeated(logger);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The network's edge: whatever went wrong must not take the answer from the user.
            Lose(ServiceFailure.Describe(failure));
        }
    }

    /// <summary>Puts the item; false where the row of another invocation stands already.</summary>
    private async Task<bool> WriteAsync(PutItemRequest put, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.PutItemAsync(put, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException failure)
        {
            // Where DynamoDB took the put and its answer got lost, the SDK's next attempt meets the very item that it puts.
            return IsSame(put.Item, failure.Item is { Count: > 0 } standing ? standing : await ReadAsync(put, cancellationToken));
        }
    }

    /// <summary>
    /// Reads the item that stands, as some compatible endpoints do not return it with the failed condition; null where it can't be read.
    /// </summary>
    private async Task<Dictionary<string, AttributeValue>?> ReadAsync(PutItemRequest put, CancellationToken cancellationToken)
    {
        try
        {
            var key = new Dictionary<string, AttributeValue> { [Columns.RequestId] = put.Item[Columns.RequestId] };
            return (await dynamoDb.GetItemAsync(tableName, key, consistentRead: true, cancellationToken)).Item;
        }
        catch (AmazonServiceException)
        {
            return null;
        }
    }

    /// <summary>Whether two items are one; hits of two invocations differ at least in their time.</summary>
    private static bool IsSame(Dictionary<string, AttributeValue> put, Dictionary<string, AttributeValue>? standing) =>
        standing?.Count == put.Count
        && put.All(attribute =>
            standing.TryGetValue(attribute.Key, out var value) && (value.S, value.N) == (attribute.Value.S, attribute.Value.N));

    private void Lose(string reason)
    {
        metrics.Add(Metrics.HitsNotWritten);
        Log.HitLost(logger, reason);
    }

    private PutItemRequest Put(THit hit) => new()
    {
        TableName = tableName,
        Item = AttributeText.ToItem(record.Item(hit, ttlDays)),
        ConditionExpression = $"attribute_not_exists({Columns.RequestId})",
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };
}

/// <summary>What holds for every writer of hits.</summary>
public static class HitWriter
{
    /// <summary>How long a write may take in all, the AWS SDK's retries included.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
}
