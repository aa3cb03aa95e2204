using Amazon.DynamoDBv2;
using Analytics;
using LocalEmulator.Conversations;
using Tables;

namespace LocalEmulator.Commands;

/// <summary>Writes random hits to the table in batches.</summary>
internal sealed class ItemWriter(IAmazonDynamoDB dynamoDb, int seed, TimeProvider time)
{
    private const int BatchSize = 25; // DynamoDB: items in one BatchWriteItem

    private const int CallsInFlight = 8;

    private readonly DocumentTable<Hit> table = new(
        dynamoDb,
        new DocumentSchema(Names.HitsTable, new TableKey(Columns.RequestId)),
        new DocumentMapping<Hit>(RandomHits.Item));

    public Task WriteAsync(long count, Action step, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = CallsInFlight, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(Starts(count), options, async (start, token) =>
        {
            var size = (int)Math.Min(BatchSize, count - start);
            await table.PutBatchAsync(Enumerable.Range(0, size).Select(offset => RandomHits.Create(seed, start + offset, time.GetUtcNow())), token);
            for (var written = 0; written < size; written++)
            {
                step();
            }
        });
    }

    private static IEnumerable<long> Starts(long count)
    {
        for (var start = 0L; start < count; start += BatchSize)
        {
            yield return start;
        }
    }
}
