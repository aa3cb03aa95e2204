using LocalAws.DynamoDb;
using LocalAws.Hosting;

namespace LocalAws.Lambda;

/// <summary>
/// Hands the stream's INSERT records to a function, in order and batch by batch, by the rules of Lambda's event source mapping with one
/// batch at a time and ReportBatchItemFailures.
/// </summary>
internal sealed class EventSourceMapping(
    TableStream log,
    Func<ReadOnlyMemory<byte>, CancellationToken, Task<InvocationResult>> invoke,
    Func<DiscardedBatch, CancellationToken, Task> discard,
    MappingSettings settings,
    TimeProvider time,
    Action<PipelineEvent>? watch = null)
{
    private readonly Signal drain = new();
    private readonly Random jitter = new(settings.Seed);
    private int drainers;
    private long delivered;
    private long batches;
    private long retries;
    private long discarded;

    /// <summary>What the mapping has done since it started.</summary>
    public MappingCounters Counters =>
        new(Interlocked.Read(ref delivered), Interlocked.Read(ref batches), Interlocked.Read(ref retries), Interlocked.Read(ref discarded));

    /// <summary>Works until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var (batch, last) = await CollectAsync(stop);
            await DeliverAsync(batch, stop);
            log.Commit(last);
        }
    }

    /// <summary>Closes windows early until all records that are in the stream are processed.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref drainers);
        drain.Pulse();
        try
        {
            await log.Changed.WaitUntilAsync(() => log.Checkpoint >= log.End, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref drainers);
        }
    }

    /// <summary>Closes windows early as long as a source goes on, and until all records are processed that it has left.</summary>
    public async Task DrainUntilAsync(Task source, CancellationToken cancellationToken)
    {
        do
        {
            await DrainAsync(cancellationToken);
            await Task.WhenAny(source, log.Changed.Next).WaitAsync(cancellationToken);
        }
        while (!source.IsCompleted);
        await DrainAsync(cancellationToken);
    }

    /// <summary>Gathers a batch: the INSERT records among those read, and the last one read.</summary>
    private async Task<(StreamRecord[] Batch, StreamRecord Last)> CollectAsync(CancellationToken stop)
    {
        var batch = new List<StreamRecord>();
        var bytes = InvocationPayload.EmptyBytes;
        StreamRecord? last = null;
        Task? window = null;
        while (true)
        {
            var change = Task.WhenAny(log.Changed.Next, drain.Next);
            foreach (var record in log.Read(last?.Position ?? log.Checkpoint))
            {
                if (record.EventName == "INSERT")
                {
                    bytes += record.Json.Length + 1;
                    if (batch.Count == settings.BatchSize || (batch.Count > 0 && bytes > settings.BatchBytes))
                    {
                        return ([.. batch], last!);
                    }

                    batch.Add(record);
                }

                last = record;
            }

            var isClosed = window is { IsCompleted: true } || batch.Count == settings.BatchSize || Volatile.Read(ref drainers) > 0;
            if (last is not null && (batch.Count == 0 || isClosed))
            {
                return ([.. batch], last);
            }

            window ??= batch.Count > 0 ? Task.Delay(settings.Window, time, stop) : null;
            await Task.WhenAny(change, window ?? change).WaitAsync(stop);
        }
    }

    private async Task DeliverAsync(StreamRecord[] batch, CancellationToken stop)
    {
        var work = new Stack<Attempt>();
        work.Push(new Attempt(batch, 0));
        while (work.TryPop(out var attempt))
        {
            attempt = await DropExpiredAsync(attempt, stop);
            if (attempt.Batch.Length == 0)
            {
                continue;
            }

            Interlocked.Increment(ref batches);
            string[] numbers = [.. attempt.Batch.Select(record => record.SequenceNumber)];
            watch?.Invoke(new BatchSent(numbers, attempt.Retries));
            var result = await invoke(InvocationPayload.Of([.. attempt.Batch.Select(record => record.Json)]), stop);
            var verdict = BatchVerdict.Of(numbers, result);
            watch?.Invoke(new BatchEnded(numbers, verdict, result.Error));
            Commit(attempt.Batch[..verdict.Delivered], ref delivered);
            if (verdict.Outcome == BatchOutcome.Delivered)
            {
                continue;
            }

            if (verdict.Outcome == BatchOutcome.InvocationFailed && settings.Bisect && attempt.Batch.Length > 1)
            {
                watch?.Invoke(new BatchHalved(attempt.Batch.Length));
                var half = attempt.Batch.Length / 2;
                work.Push(attempt with { Batch = attempt.Batch[half..] });
                work.Push(attempt with { Batch = attempt.Batch[..half] });
            }
            else if (verdict.Outcome == BatchOutcome.PartlyDelivered)
            {
                work.Push(new Attempt(attempt.Batch[verdict.Delivered..], 0));
                await BackOffAsync(0, stop);
            }
            else if (attempt.Retries < settings.MaxRetryAttempts)
            {
                work.Push(attempt with { Retries = attempt.Retries + 1 });
                await BackOffAsync(attempt.Retries, stop);
            }
            else
            {
                await DiscardAsync(new DiscardedBatch(attempt.Batch, "RetryAttemptsExhausted", attempt.Retries + 1, result.Error), stop);
            }
        }
    }

    private async Task<Attempt> DropExpiredAsync(Attempt attempt, CancellationToken stop)
    {
        var oldest = time.GetUtcNow() - settings.MaxRecordAge;
        var expired = attempt.Batch.TakeWhile(record => record.Time < oldest).ToArray();
        if (expired.Length > 0)
        {
            await DiscardAsync(new DiscardedBatch(expired, "RecordAgeExceeded", attempt.Retries, null), stop);
        }

        return attempt with { Batch = attempt.Batch[expired.Length..] };
    }

    private async Task DiscardAsync(DiscardedBatch batch, CancellationToken stop)
    {
        await discard(batch, stop);
        watch?.Invoke(new RecordsDiscarded([.. batch.Records.Select(record => record.SequenceNumber)], batch.Condition));
        Commit(batch.Records, ref discarded);
    }

    private void Commit(StreamRecord[] done, ref long counter)
    {
        if (done.Length > 0)
        {
            log.Commit(done[^1]);
            Interlocked.Add(ref counter, done.Length);
        }
    }

    private Task BackOffAsync(int retry, CancellationToken stop)
    {
        Interlocked.Increment(ref retries);
        var longest = Math.Min(settings.MaxBackoff.TotalMilliseconds, settings.FirstBackoff.TotalMilliseconds * Math.Pow(2, retry));
        return Task.Delay(TimeSpan.FromMilliseconds(longest * (1 + jitter.NextDouble()) / 2), time, stop);
    }

    private sealed record Attempt(StreamRecord[] Batch, int Retries);
}
