using Amazon.DynamoDBv2;
using Analytics;
using Microsoft.Extensions.Logging;
using Tables;

namespace StreamToFirehoseFunction;

/// <summary>Keeps what became of each batch in a document table; a log that can't be written delays a delivery little and never fails it.</summary>
/// <param name="dynamoDb">The client.</param>
/// <param name="tableName">The table's name.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class DeliveryLog(IAmazonDynamoDB dynamoDb, string tableName, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly DocumentTable<DeliveryLogEntry> table = new(
        dynamoDb,
        new DocumentSchema(tableName, new TableKey(DeliveryLogEntry.KeyAttribute)),
        DocumentMapping.Json(AnalyticsJson.Default.DeliveryLogEntry));

    /// <summary>Writes the entry of a batch; one without lines has none.</summary>
    /// <param name="id">The invocation's request id.</param>
    /// <param name="packs">What Firehose took.</param>
    /// <param name="status">What became of the batch.</param>
    /// <returns>A task that completes when the entry is written, or the attempt is over.</returns>
    public async Task WriteAsync(string id, IReadOnlyList<Pack> packs, string status)
    {
        if (packs.Count == 0 && status == DeliveryLogEntry.Delivered)
        {
            return;
        }

        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            await table.PutAsync(Entry(id, packs, status), limit.Token);
        }
        catch (Exception failure) when (failure is TableException or OperationCanceledException)
        {
            Log.DeliveryLogFailed(logger, failure.Message);
        }
    }

    private DeliveryLogEntry Entry(string id, IReadOnlyList<Pack> packs, string status) => new(
        id,
        DeliveryLogEntry.Time(time.GetUtcNow()),
        status,
        packs.Sum(pack => pack.Lines),
        packs.Sum(pack => (long)pack.Data.Count),
        packs.Count == 0 ? null : packs[0].FirstSequenceNumber,
        packs.Count == 0 ? null : packs[^1].LastSequenceNumber);
}
