using System.Collections.Concurrent;
using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>
/// Brings hits into the pipeline: most as items, 25 a call, some as requests to the skill. What gets no answer may have been done or
/// not, and is done again as it was.
/// </summary>
internal sealed class SoakWriter(SoakLives lives, SoakHits hits, ConcurrentQueue<string> acknowledged)
{
    private const int BatchSize = 25; // DynamoDB: items in one BatchWriteItem
    private const int BatchesInFlight = 8;
    private const int SkillEvery = 20; // One batch of so many goes through the skill.
    private const int SkillPlace = 9;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private long written;
    private long unanswered;

    /// <summary>Hits that the table has acknowledged or the skill has answered.</summary>
    public long Written => Interlocked.Read(ref written);

    /// <summary>Calls that had no answer, or an error.</summary>
    public long Unanswered => Interlocked.Read(ref unanswered);

    public Task WriteAsync(long count, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = BatchesInFlight, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(Batches(count), options, async (batch, token) =>
        {
            await (batch[0] / BatchSize % SkillEvery == SkillPlace ? SendAsync(batch, token) : PutAsync(batch, token));
            Interlocked.Add(ref written, batch.Length);
        });
    }

    /// <summary>Waits until so many hits are written or answered.</summary>
    public async Task UntilAsync(long count, CancellationToken cancellationToken)
    {
        while (Written < count)
        {
            await Task.Delay(Glance, cancellationToken);
        }
    }

    /// <summary>The numbers of the hits, batch by batch.</summary>
    private static IEnumerable<long[]> Batches(long count)
    {
        for (var start = 0L; start < count; start += BatchSize)
        {
            var first = start;
            yield return [.. Enumerable.Range(0, (int)Math.Min(BatchSize, count - start)).Select(offset => first + offset)];
        }
    }

    private async Task PutAsync(long[] batch, CancellationToken cancellationToken)
    {
        var items = Array.ConvertAll(batch, hits.Item);
        List<WriteRequest> pending = [.. items.Select(item => new WriteRequest(new PutRequest(item)))];
        while (pending.Count > 0)
        {
            await UntilAnsweredAsync(
                async life =>
                {
                    var request = new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>> { [Names.HitsTable] = pending });
                    var response = await life.DynamoDb.BatchWriteItemAsync(request, cancellationToken);
                    pending = [.. response.UnprocessedItems?.Values.SelectMany(requests => requests) ?? []];
                },
                cancellationToken);
        }

        Array.ForEach(items, item => acknowledged.Enqueue(item[Columns.RequestId].S));
        Array.ForEach([.. batch.Where(hits.IsPoison)], _ => lives.Note(SoakFault.Poison));
    }

    private async Task SendAsync(long[] batch, CancellationToken cancellationToken)
    {
        foreach (var request in batch.Select(hits.Request))
        {
            await UntilAnsweredAsync(life => SendAsync(life, request, cancellationToken), cancellationToken);
        }
    }

    private static async Task SendAsync(SoakLife life, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var result = await life.Emulator.InvokeSkillAsync(request, cancellationToken);
        if (result.Error is { } error)
        {
            throw new HttpRequestException($"The skill failed with {error.Type}.");
        }
    }

    /// <summary>Makes a call, again and again until it is answered, as any client would.</summary>
    private async Task UntilAnsweredAsync(Func<SoakLife, Task> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = lives.Current;
            var life = await current.WaitAsync(cancellationToken);
            try
            {
                await life.Emulator.GuardAsync(_ => call(life), cancellationToken);
                return;
            }
            catch (Exception failure)
                when ((IsOfConnection(failure) || lives.Current != current) && !cancellationToken.IsCancellationRequested)
            {
                Interlocked.Increment(ref unanswered);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Whether a call failed as it does when the emulator is killed; ObjectDisposed: its client went with it.</summary>
    private static bool IsOfConnection(Exception failure) => failure
        is AmazonServiceException { StatusCode: not (>= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError) }
        or AmazonClientException or HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException;
}
