using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Analytics;
using LocalEmulator.Conversations;
using LocalEmulator.Query;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Writes a soak's hits: a write without an answer may have been done or not, and is done again as it was.</summary>
/// <param name="lives">The emulators.</param>
/// <param name="faults">How many hits are poison.</param>
/// <param name="seed">The soak's seed.</param>
/// <param name="acknowledged">Takes the ids of the hits that the table has acknowledged.</param>
internal sealed class SoakWriter(SoakLives lives, SoakFaults faults, int seed, IdFile acknowledged)
{
    private const int BatchSize = 25; // DynamoDB: items in one BatchWriteItem
    private const int CallsInFlight = 8;
    private const int Millionths = 1_000_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly AttributeValue[] Poison =
    [
        new() { M = new() { ["name"] = new("Rex") } },
        new() { L = [new("Rex")] },
        new() { SS = ["Rex", "Bello"] },
    ];

    private readonly DateTimeOffset start = DateTimeOffset.UtcNow;
    private readonly Signal progress = new();
    private long written;
    private long unanswered;

    /// <summary>Hits that the table has acknowledged.</summary>
    public long Written => Interlocked.Read(ref written);

    /// <summary>Writes that had no answer, or an error.</summary>
    public long Unanswered => Interlocked.Read(ref unanswered);

    /// <summary>Writes hits.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when the table has acknowledged all.</returns>
    public Task WriteAsync(long count, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = CallsInFlight, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(Starts(count), options, async (first, token) =>
        {
            var size = (int)Math.Min(BatchSize, count - first);
            var items = Enumerable.Range(0, size).Select(offset => Item(first + offset)).ToList();
            await PutAsync([.. items.Select(item => new WriteRequest(new PutRequest(item)))], token);
            items.ForEach(item => acknowledged.Add(item[Columns.All[0].Name].S));
            Interlocked.Add(ref written, size);
            progress.Pulse();
        });
    }

    /// <summary>Waits until so many hits are acknowledged.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes then.</returns>
    public Task UntilAsync(long count, CancellationToken cancellationToken) => progress.WaitUntilAsync(() => Written >= count, cancellationToken);

    private static IEnumerable<long> Starts(long count)
    {
        for (var start = 0L; start < count; start += BatchSize)
        {
            yield return start;
        }
    }

    private async Task PutAsync(List<WriteRequest> pending, CancellationToken cancellationToken)
    {
        while (pending.Count > 0)
        {
            var emulator = await lives.Current.WaitAsync(cancellationToken);
            try
            {
                var request = new BatchWriteItemRequest(new Dictionary<string, List<WriteRequest>> { [Names.HitsTable] = pending });
                var response = await emulator.DynamoDb.BatchWriteItemAsync(request, cancellationToken);
                pending = [.. response.UnprocessedItems?.Values.SelectMany(requests => requests) ?? []];
            }
            catch (Exception failure) when (IsOfConnection(failure) && !cancellationToken.IsCancellationRequested)
            {
                Interlocked.Increment(ref unanswered);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Whether a call failed since the emulator was killed; ObjectDisposed: its client went with it.</summary>
    private static bool IsOfConnection(Exception failure) => failure
        is AmazonServiceException { StatusCode: not (>= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError) }
        or AmazonClientException or HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException;

    private Dictionary<string, AttributeValue> Item(long number)
    {
        var item = RandomHits.Item(RandomHits.Create(seed, number, start.AddMilliseconds(number)));
        var chance = new Chance(seed, "poison", number);
        var share = faults[SoakFault.Poison];
        if (share > 0 && (number == 0 || chance.Below(Millionths) < share * Millionths))
        {
            lives.Note(SoakFault.Poison);
            item["unmatched"] = chance.Pick(Poison);
        }

        return item;
    }
}
