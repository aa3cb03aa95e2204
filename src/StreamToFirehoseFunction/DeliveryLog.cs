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
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly DocumentTable<DeliveryLogEntry> table = new(
        dynamoDb,
        new DocumentSchema(tableName, new TableKey(DeliveryLogEntry.KeyAttribute)),
        DocumentMapping.Json(AnalyticsJson.Default.DeliveryLogEntry));

    /// <summary>Writes the entry of a batch; one without lines has none.</summary>
    /// <param name="id">The invocation's request id.</param>
    /// <param name="packs">What Firehose took.</param>
    /// <param name="status">What became of the batch.</param>
    /// <param name="limit">How long that may take, if it is less than a second.</param>
    /// <returns>A task that completes when the entry is written, or the attempt is over; it never fails.</returns>
    public async Task WriteAsync(string id, IReadOnlyList<Pack> packs, string status, TimeSpan limit)
    {
        if (packs.Count == 0 && status == DeliveryLogEntry.Delivered)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(TimeSpan.FromTicks(Math.Clamp(limit.Ticks, 0, Longest.Ticks)), time);
        var write = table.PutAsync(Entry(id, packs, status), deadline.Token).WaitAsync(deadline.Token);
        await write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!write.IsCompletedSuccessfully)
        {
            Log.DeliveryLogFailed(logger, write.Exception?.InnerException?.Message ?? "DynamoDB did not answer in time.");
        }
    }

    private DeliveryLogEntry Entry(string id, IReadOnlyList<Pack> packs, string status)
    {
        var (lines, bytes) = Pack.Total(packs);
        return new DeliveryLogEntry(
            id,
            DeliveryLogEntry.Time(time.GetUtcNow()),
            status,
            lines,
            bytes,
            packs.Count == 0 ? null : packs[0].First.ToString(),
            packs.Count == 0 ? null : packs[^1].Last.ToString());
    }
}
