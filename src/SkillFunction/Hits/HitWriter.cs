using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Analytics;
using Analytics.Telemetry;
using Microsoft.Extensions.Logging;

namespace SkillFunction.Hits;

/// <summary>
/// Writes hits to the analytics table. A hit that cannot be written is logged and counted; the answer goes out all the same.
/// </summary>
/// <param name="dynamoDb">The client to use.</param>
/// <param name="tableName">The analytics table.</param>
/// <param name="ttlDays">Days until a hit expires; 0 = never.</param>
/// <param name="time">The clock.</param>
/// <param name="metrics">Counts hits written and lost.</param>
/// <param name="logger">Where failures are told.</param>
internal sealed class HitWriter(
    IAmazonDynamoDB dynamoDb, string tableName, int ttlDays, TimeProvider time, EmbeddedMetrics metrics, ILogger logger)
{
    /// <summary>How long a write may take in all, the AWS SDK's retries included.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>How many hits were lost since the start.</summary>
    public int Lost { get; private set; }

    /// <summary>Writes a hit; a request that Alexa repeats stays the one row it is.</summary>
    /// <param name="hit">The hit; without a request id it cannot be a row.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A task that completes when the hit is written or given up.</returns>
    public async Task WriteAsync(Hit hit, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(hit.RequestId))
        {
            Lose("the request has no id");
            return;
        }

        using var timeout = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await dynamoDb.PutItemAsync(Put(hit), either.Token).WaitAsync(Limit, time, cancellationToken);
            metrics.Add(Metrics.Hits);
        }
        catch (ConditionalCheckFailedException)
        {
            Log.HitRepeated(logger);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The network's edge: whatever went wrong must not take the answer from the user.
            Lose(Log.Describe(failure));
        }
    }

    private void Lose(string reason)
    {
        metrics.Add(Metrics.HitsNotWritten);
        Log.HitLost(logger, ++Lost, reason);
    }

    private PutItemRequest Put(Hit hit) => new()
    {
        TableName = tableName,
        Item = HitItem.Of(hit, ttlDays).ToDictionary(
            attribute => attribute.Name,
            attribute => attribute.IsNumber ? new AttributeValue { N = attribute.Value } : new AttributeValue { S = attribute.Value }),
        ConditionExpression = $"attribute_not_exists({Columns.All[0].Name})",
    };
}
