using System.Globalization;
using System.Text.Json;

namespace LocalEmulator.Services;

/// <summary>
/// A table's stream: a file that records are appended to, and beside it how far they have been processed. An emulator that starts
/// again on the same folder goes on from there, so records are read at least once.
/// </summary>
internal sealed class StreamLog : IDisposable
{
    private const int ScanBytes = 1 << 16;

    private readonly Lock gate = new();
    private readonly string table;
    private readonly string checkpointPath;
    private readonly FileStream file;
    private readonly TimeProvider time;
    private long number;
    private long end;
    private long checkpoint;
    private long checkpointNumber;
    private byte[] buffer = new byte[ScanBytes];

    /// <summary>Opens the stream of a table.</summary>
    /// <param name="folder">Where the stream's files lie; created if it is missing.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="time">Tells when an item changed.</param>
    public StreamLog(string folder, string table, TimeProvider time)
    {
        (this.table, this.time) = (table, time);
        Directory.CreateDirectory(folder);
        checkpointPath = Path.Combine(folder, $"{table}.checkpoint");
        var path = Path.Combine(folder, $"{table}.jsonl");
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        Recover();
    }

    /// <summary>Pulses whenever records are appended or processed.</summary>
    public Signal Changed { get; } = new();

    /// <summary>The byte offset after the last record.</summary>
    public long End => Volatile.Read(ref end);

    /// <summary>The byte offset before which everything is processed.</summary>
    public long Checkpoint => Volatile.Read(ref checkpoint);

    /// <summary>Appends changes; those that change nothing are left out.</summary>
    /// <param name="changes">The changes, in their order.</param>
    /// <exception cref="IOException">The disk is full or cannot be written to.</exception>
    public void Append(IEnumerable<StreamChange> changes)
    {
        using var lines = new MemoryStream();
        lock (gate)
        {
            var next = number;
            foreach (var change in changes.Where(change => change.IsChange))
            {
                change.Write(lines, table, StreamRecord.SequenceNumberOf(++next), time.GetUtcNow());
                lines.WriteByte((byte)'\n');
            }

            // A write that fails half-way is overwritten by the next one.
            RandomAccess.Write(file.SafeFileHandle, lines.GetBuffer().AsSpan(0, (int)lines.Length), end);
            number = next;
            Volatile.Write(ref end, end + lines.Length);
        }

        Changed.Pulse();
    }

    /// <summary>Reads records; one reader at a time.</summary>
    /// <param name="offset">Where to begin.</param>
    /// <returns>The records that are there now, one after the other.</returns>
    public IEnumerable<StreamRecord> Read(long offset)
    {
        while (offset < End)
        {
            var available = (int)Math.Min(buffer.Length, End - offset);
            var read = RandomAccess.Read(file.SafeFileHandle, buffer.AsSpan(0, available), offset);
            var start = 0;
            for (int length; (length = buffer.AsSpan(start, read - start).IndexOf((byte)'\n')) >= 0; start += length + 1)
            {
                yield return StreamRecord.Parse(buffer.AsSpan(start, length).ToArray(), offset + start + length + 1);
            }

            offset += start;
            buffer = start == 0 ? new byte[buffer.Length * 2] : buffer;
        }
    }

    /// <summary>Notes that everything up to a record is processed.</summary>
    /// <param name="last">The record.</param>
    public void Commit(StreamRecord last)
    {
        SaveCheckpoint(last.End, last.Number);
        Changed.Pulse();
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Recover()
    {
        if (File.Exists(checkpointPath))
        {
            var saved = JsonElement.Parse(File.ReadAllBytes(checkpointPath));
            (checkpoint, checkpointNumber) = (saved.GetProperty("offset").GetInt64(), saved.GetProperty("number").GetInt64());
        }

        (end, var waiting) = CountLines();
        number = checkpointNumber + waiting;
        if (waiting == 0)
        {
            // Nothing waits: the stream's file begins anew, its numbers go on.
            SaveCheckpoint(0, number);
            end = 0;
        }

        file.SetLength(end);
    }

    /// <summary>Finds the end of the last whole line; an emulator that was killed may have left half a line behind it.</summary>
    private (long End, long Lines) CountLines()
    {
        var (position, last, lines) = (checkpoint, checkpoint, 0L);
        for (int read; (read = RandomAccess.Read(file.SafeFileHandle, buffer, position)) > 0; position += read)
        {
            var bytes = buffer.AsSpan(0, read);
            lines += bytes.Count((byte)'\n');
            last = bytes.LastIndexOf((byte)'\n') is var newLine and >= 0 ? position + newLine + 1 : last;
        }

        return (last, lines);
    }

    private void SaveCheckpoint(long offset, long lastNumber)
    {
        var unfinished = $"{checkpointPath}.new";
        File.WriteAllText(unfinished, string.Create(CultureInfo.InvariantCulture, $$"""{"offset":{{offset}},"number":{{lastNumber}}}"""));
        File.Move(unfinished, checkpointPath, overwrite: true);
        checkpointNumber = lastNumber;
        Volatile.Write(ref checkpoint, offset);
    }
}
