using Amazon.DynamoDBv2;
using Analytics;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using Tables;

namespace StreamToFirehoseFunction;

/// <summary>Keeps what became of each batch in a document table; a log that can't be written delays a delivery little and never fails it.</summary>
internal sealed class DeliveryLog(IAmazonDynamoDB dynamoDb, string tableName, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly DocumentTable<DeliveryLogEntry> table = new(
        dynamoDb,
        new DocumentSchema(tableName, new TableKey(DeliveryLogEntry.KeyAttribute)),
        DocumentMapping.Json(AnalyticsJson.Default.DeliveryLogEntry));

    /// <summary>Writes the entry of a batch, within a second or a shorter limit; a batch without lines has none. It never fails.</summary>
    public async Task WriteAsync(string id, IReadOnlyList<Pack> packs, string status, TimeSpan limit)
    {
        if (packs.Count == 0 && status == DeliveryLogEntry.Delivered)
        {
            return;
        }

        try
        {
            var entry = Entry(id, packs, status);
            await Deadline.RunAsync(
                limit < Longest ? limit : Longest, time, token => table.PutAsync(entry, token), CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The network's edge: the batch's answer does not depend on its log.
            Log.DeliveryLogFailed(logger, failure.Message);
        }
    }

    private DeliveryLogEntry Entry(string id, IReadOnlyList<Pack> packs, string status)
    {
        var (lines, bytes) = Pack.Total(packs);
        var now = time.GetUtcNow();
        return new DeliveryLogEntry(
            id,
            DeliveryLogEntry.Time(now),
            status,
            lines,
            bytes,
            packs.Count == 0 ? null : packs[0].First.ToString(),
            packs.Count == 0 ? null : packs[^1].Last.ToString())
        {
            ExpiresAt = now.Add(DeliveryLogEntry.Kept).ToUnixTimeSeconds(),
        };
    }
}
