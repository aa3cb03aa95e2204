using LocalAws.Hosting;

namespace LocalAws.DynamoDb;

/// <summary>A table's stream, in memory: what ends before it is processed comes from the table again, see <see cref="StreamedTable"/>.</summary>
internal sealed class TableStream(string table, TimeProvider time, long firstNumber = 1, Action<PipelineEvent>? watch = null)
{
    private readonly Lock gate = new();
    private readonly List<StreamRecord> waiting = [];
    private long end;
    private long checkpoint;

    /// <summary>Pulses whenever records are appended or processed.</summary>
    public Signal Changed { get; } = new();

    /// <summary>The position of the last record; the first one's is 1.</summary>
    public long End => Volatile.Read(ref end);

    /// <summary>The position up to which everything is processed.</summary>
    public long Checkpoint => Volatile.Read(ref checkpoint);

    /// <summary>Appends changes; those that change nothing are left out.</summary>
    public void Append(IEnumerable<StreamChange> changes)
    {
        lock (gate)
        {
            foreach (var change in changes.Where(change => change.IsChange))
            {
                using var json = new MemoryStream();
                var number = StreamRecord.SequenceNumberOf(firstNumber + end);
                var now = time.GetUtcNow();
                change.Write(json, table, number, now);
                waiting.Add(new StreamRecord(json.ToArray(), end + 1, change.EventName, number, now));
                Volatile.Write(ref end, end + 1);
                watch?.Invoke(new RecordAppended(number, change.EventName, change.After));
            }
        }

        Changed.Pulse();
    }

    /// <summary>Reads the records after a position that are there now, one after the other.</summary>
    public IEnumerable<StreamRecord> Read(long after)
    {
        while (Find(after) is { } record)
        {
            yield return record;
            after = record.Position;
        }
    }

    /// <summary>Notes that everything up to a record is processed.</summary>
    public void Commit(StreamRecord last)
    {
        lock (gate)
        {
            waiting.RemoveRange(0, (int)(last.Position - checkpoint));
            Volatile.Write(ref checkpoint, last.Position);
        }

        Changed.Pulse();
    }

    private StreamRecord? Find(long after)
    {
        lock (gate)
        {
            return after < end ? waiting[(int)Math.Max(after - checkpoint, 0)] : null;
        }
    }
}
