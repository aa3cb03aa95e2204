using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Analytics;
using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>Writes random hits to the table in batches.</summary>
/// <param name="dynamoDb">The table's client.</param>
/// <param name="seed">The run's seed.</param>
/// <param name="time">Gives the hits' times.</param>
internal sealed class ItemWriter(IAmazonDynamoDB dynamoDb, int seed, TimeProvider time)
{
    private const int BatchSize = 25; // DynamoDB: items in one BatchWriteItem

    private const int CallsInFlight = 8;

    private const int MaxAttempts = 10;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>Writes items.</summary>
    /// <param name="count">How many.</param>
    /// <param name="step">Called after each item, from several threads.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when all are written.</returns>
    /// <exception cref="EmulatorException">The table left items unprocessed again and again.</exception>
    public Task WriteAsync(long count, Action step, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = CallsInFlight, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(Starts(count), options, async (start, token) =>
        {
            var size = (int)Math.Min(BatchSize, count - start);
            await WriteBatchAsync([.. Enumerable.Range(0, size).Select(offset => Write(start + offset))], token);
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

    private WriteRequest Write(long number) => new(new PutRequest(RandomHits.Item(RandomHits.Create(seed, number, time.GetUtcNow()))));

    private async Task WriteBatchAsync(List<WriteRequest> writes, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var tables = new Dictionary<string, List<WriteRequest>> { [Names.HitsTable] = writes };
            var response = await dynamoDb.BatchWriteItemAsync(new BatchWriteItemRequest(tables), cancellationToken);
            if (response.UnprocessedItems?.GetValueOrDefault(Names.HitsTable) is not { Count: > 0 } unprocessed)
            {
                return;
            }

            writes = unprocessed;
            await Task.Delay(FirstDelay * Math.Pow(2, attempt), time, cancellationToken);
        }

        throw new EmulatorException($"The table left {writes.Count} items unprocessed {MaxAttempts} times; generate fewer at once.");
    }
}
