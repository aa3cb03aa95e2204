using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>Puts many items with few calls.</summary>
internal sealed class BatchWriter(IAmazonDynamoDB dynamoDb, string tableName, IReadOnlyList<string> keys, TableOptions options)
{
    public const int MaxItemsACall = 25; // BatchWriteItem

    private static readonly Backoff Retry = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5));

    /// <summary>Puts items; of several with the same key the last one counts, as if they were put one after the other.</summary>
    /// <exception cref="TableException">DynamoDB refused a call, or did not take all items.</exception>
    public async Task PutAsync(IEnumerable<Dictionary<string, AttributeValue>> items, CancellationToken cancellationToken)
    {
        // One call may not hold a key twice.
        var requests = new Dictionary<string, WriteRequest>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            requests[KeyOf(item)] = new WriteRequest(new PutRequest(item));
        }

        var left = requests.Count;
        foreach (var chunk in requests.Values.Chunk(MaxItemsACall))
        {
            left -= chunk.Length;
            var unwritten = await WriteAsync([.. chunk], cancellationToken);
            if (unwritten > 0)
            {
                throw Incomplete(unwritten + left, requests.Count);
            }
        }
    }

    private async Task<int> WriteAsync(List<WriteRequest> pending, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            pending = await SendAsync(pending, cancellationToken);
            if (pending.Count == 0 || attempt + 1 >= options.BatchAttempts)
            {
                return pending.Count;
            }

            await Task.Delay(Retry.Delay(attempt, options.Jitter), options.TimeProvider, cancellationToken);
        }
    }

    /// <summary>Sends one call and gives back what DynamoDB did not take of it.</summary>
    private async Task<List<WriteRequest>> SendAsync(List<WriteRequest> pending, CancellationToken cancellationToken)
    {
        try
        {
            var request = new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>> { [tableName] = pending });
            var response = await dynamoDb.BatchWriteItemAsync(request, cancellationToken).OrTableErrorAsync(tableName, "BatchWriteItem");
            return [.. response.UnprocessedItems?.Values.SelectMany(requests => requests) ?? []];
        }
        catch (TableException failure) when (failure.Reason == TableFailure.Throttled)
        {
            return pending;
        }
    }

    private TableException Incomplete(int notWritten, int all) => new(
        TableFailure.BatchIncomplete,
        $"{notWritten} of {all} items were not written to table '{tableName}': throughput was short in {options.BatchAttempts} attempts. "
        + "Put the same items again later, or give the table more throughput.")
    {
        NotWritten = notWritten,
    };

    // A key of N beside one of S cannot be confused with it: all items of a table have the same types.
    private string KeyOf(Dictionary<string, AttributeValue> item) =>
        string.Join('\0', keys.Select(key => item.TryGetValue(key, out var value) ? value.S ?? value.N : null));
}
