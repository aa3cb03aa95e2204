using System.Globalization;
using System.Text;
using Analytics;
using LocalAws;
using LocalAws.Lambda;
using LocalEmulator.Services;

namespace LocalEmulator.Web.Watch;

/// <summary>
/// Follows each hit from the table into an object. A hit counts as lost once the forwarder has said that it is done, and it is neither in a
/// line that Firehose took nor set aside: that is seen, not calculated.
/// </summary>
internal sealed class PipelineWatch(TimeProvider time)
{
    private const int NotesKept = 60;

    private readonly Lock gate = new();
    private readonly HitBooks books = new();
    private readonly Dictionary<string, List<string>> linesOfObject = new(StringComparer.Ordinal);
    private readonly Queue<WatchNote> notes = [];
    private BufferState buffer = EmptyBuffer;
    private long lastNote;
    private long version;

    private static BufferState EmptyBuffer { get; } =
        new(null, 0, 0, LivelyPipeline.Delivery.BufferBytes, null, LivelyPipeline.Delivery.BufferTime.TotalSeconds);

    /// <summary>Grows with everything that is seen.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>What there is to see now.</summary>
    public WatchState State(FaultState faults, LoadState? load)
    {
        lock (gate)
        {
            return new WatchState(books.Counts, buffer, faults, load, books.Latest, [.. notes.Reverse()]);
        }
    }

    /// <summary>Tells those who watch that something beside the hits has changed.</summary>
    public void Touch() => Interlocked.Increment(ref version);

    /// <summary>Adds a line to the log.</summary>
    public void Note(NoteKind kind, string text)
    {
        lock (gate)
        {
            notes.Enqueue(new WatchNote(++lastNote, time.GetUtcNow(), kind, text));
            if (notes.Count > NotesKept)
            {
                notes.Dequeue();
            }
        }

        Touch();
    }

    /// <summary>Takes in what happens in the pipeline.</summary>
    public void See(PipelineEvent seen)
    {
        lock (gate)
        {
            switch (seen)
            {
                case RecordAppended { EventName: "INSERT", Image: { } image } record:
                    books.Accept(record.SequenceNumber, image);
                    break;
                case BatchSent batch:
                    Send(batch);
                    break;
                case BatchEnded batch:
                    End(batch);
                    break;
                case BatchHalved batch:
                    Note(NoteKind.Trouble, $"The batch of {Hits(batch.Records)} is bisected: each half is tried on its own.");
                    break;
                case RecordsDiscarded records:
                    books.Fail(records.SequenceNumbers);
                    var given = $"{Hits(records.SequenceNumbers.Count)} given up ({records.Condition})";
                    Note(NoteKind.Fault, $"{given}; the records lie in {Names.FailurePrefix}.");
                    break;
                case RecordsBuffered { Records.Count: > 0 } records:
                    Buffer(records);
                    break;
                case ObjectWritten { Bucket: Names.LocalBucket } written:
                    Write(written);
                    break;
                default:
                    break;
            }
        }

        Touch();
    }

    private void Send(BatchSent batch)
    {
        books.Send(batch.SequenceNumbers);
        var again = batch.Retries > 0 ? $", retry {batch.Retries}" : "";
        Note(NoteKind.Progress, $"The mapping sends a batch of {Hits(batch.SequenceNumbers.Count)} to the forwarder{again}.");
    }

    private void End(BatchEnded batch)
    {
        var total = batch.SequenceNumbers.Count;
        var done = batch.Verdict.Outcome == BatchOutcome.Delivered ? total : batch.Verdict.Delivered;
        foreach (var lost in books.Finish([.. batch.SequenceNumbers.Take(done)]))
        {
            Note(NoteKind.Fault, $"The hit {lost.Id} is lost: the forwarder says that it is done, and no line of it was seen.");
        }

        books.Return(batch.SequenceNumbers.Skip(done));
        if (batch.Verdict.Outcome != BatchOutcome.Delivered)
        {
            var why = batch.Error is { } error ? $"its invocation failed with {error.Type}" : $"{done} of {total} are done";
            Note(NoteKind.Trouble, $"The batch comes again: {why}.");
        }
    }

    private void Buffer(RecordsBuffered records)
    {
        var ids = linesOfObject.TryGetValue(records.Key, out var known) ? known : linesOfObject[records.Key] = [];
        var before = ids.Count;
        foreach (var line in records.Records.SelectMany(Lines))
        {
            var id = DeliveredHits.FirstField(line);
            ids.Add(id);
            books.Buffer(id, line, records.Key);
        }

        var since = buffer.Key == records.Key ? buffer.Since : time.GetUtcNow();
        buffer = EmptyBuffer with { Key = records.Key, Lines = ids.Count, Bytes = records.BufferBytes, Since = since };
        Note(NoteKind.Progress, $"Firehose takes {Count(ids.Count - before, "CSV line")} in {Count(records.Records.Count, "record")}.");
    }

    private void Write(ObjectWritten written)
    {
        if (linesOfObject.Remove(written.Key, out var ids))
        {
            books.Deliver(ids);
            buffer = buffer.Key == written.Key ? EmptyBuffer : buffer;
            Note(NoteKind.Done, $"Firehose writes {Count(ids.Count, "line")} as one object of {Count((int)written.Length, "byte")}: {written.Key}");
        }
        else if (written.Key.StartsWith(Names.QuarantinePrefix, StringComparison.Ordinal))
        {
            books.Quarantine(written.Key.Split('/')[^1].Split('-')[0], written.Key); // an object is named by its record's sequence number
            Note(NoteKind.Trouble, $"No line can hold a record; it is set aside, whole: {written.Key}");
        }
    }

    private static IEnumerable<string> Lines(byte[] record) =>
        Encoding.UTF8.GetString(record).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Hits(int count) => Count(count, "hit");

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
