using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>Turns the inserts of a stream event into CSV lines, packed for Firehose: one pass from bytes to bytes.</summary>
internal sealed class LineTransform : IDisposable
{
    private readonly LinePacker packer;
    private readonly CsvLineWriter csv;
    private readonly FieldReader fields = new();
    private readonly List<Rejection> rejected = [];

    private LineTransform(int expectedBytes)
    {
        packer = new LinePacker(expectedBytes);
        csv = new CsvLineWriter(packer);
    }

    /// <summary>The lines in the records' order.</summary>
    public IReadOnlyList<Pack> Packs { get; private set; } = [];

    /// <summary>The records that can't become lines, in their order; the last one ends the lines where it is one more than may be rejected.</summary>
    public IReadOnlyList<Rejection> Rejected => rejected;

    /// <summary>
    /// The lowest sequence number from the record on that ended the lines, empty where one of these has none; null where the lines go to
    /// the event's end.
    /// </summary>
    public string? End { get; private set; }

    /// <summary>Transforms an event.</summary>
    /// <param name="streamEvent">The event's JSON; lines are copies of what they need of it, rejected records are parts of it.</param>
    /// <param name="maxRejected">How many records may be left out; the next one that would have to be ends the lines.</param>
    /// <returns>The lines and what was rejected.</returns>
    /// <exception cref="JsonException">The event is no JSON, or not a stream event.</exception>
    public static LineTransform Of(ReadOnlyMemory<byte> streamEvent, int maxRejected)
    {
        // Names, types and what surrounds an image make up about two thirds of an event.
        var transform = new LineTransform(streamEvent.Length / 3);
        try
        {
            transform.ReadEvent(streamEvent, maxRejected);
            return transform;
        }
        catch
        {
            transform.Dispose();
            throw;
        }
    }

    /// <summary>Gives the lines' memory back.</summary>
    public void Dispose()
    {
        csv.Dispose();
        packer.Dispose();
        fields.Dispose();
    }

    private void ReadEvent(ReadOnlyMemory<byte> streamEvent, int maxRejected)
    {
        var bytes = streamEvent.Span;
        var reader = new StreamEventReader(bytes);
        var record = new StreamRecord();
        var end = default(Range);
        while (reader.TryRead(record))
        {
            if (!record.IsInsert && !record.IsBroken)
            {
                continue;
            }

            if (rejected.Count > maxRejected)
            {
                end = SequenceNumber.Compare(bytes[record.SequenceNumber], bytes[end]) < 0 ? record.SequenceNumber : end;
            }
            else if (AddLine(bytes, record) is { } flaw)
            {
                rejected.Add(new Rejection(Encoding.UTF8.GetString(bytes[record.SequenceNumber]), flaw, streamEvent[record.Json], !record.IsBroken));
                end = record.SequenceNumber;
            }
        }

        Packs = packer.Pack(bytes);
        End = rejected.Count > maxRejected ? Encoding.UTF8.GetString(bytes[end]) : null;
    }

    /// <summary>Adds the line of a record; gives the reason where it can't become one.</summary>
    private string? AddLine(ReadOnlySpan<byte> streamEvent, StreamRecord record)
    {
        if (record.Flaw is not null || !record.HasImage)
        {
            return record.Flaw ?? "it has no NewImage";
        }

        var flaw = WriteLine(streamEvent, record.Values) ?? FlawOf(packer.Line);
        if (flaw is null)
        {
            packer.AcceptLine(streamEvent, record.SequenceNumber);
        }
        else
        {
            packer.DropLine();
        }

        return flaw;
    }

    private string? WriteLine(ReadOnlySpan<byte> streamEvent, ReadOnlySpan<AttributeSlice> values)
    {
        string? flaw = null;
        for (var column = 0; column < values.Length; column++)
        {
            if (!fields.TryRead(streamEvent, values[column], out var field))
            {
                flaw ??= $"{Columns.All[column].Name} is no number";
            }

            csv.WriteField(field);
        }

        csv.EndLine();
        return flaw;
    }

    private static string? FlawOf(ReadOnlySpan<byte> line) =>
        line.Length > FirehoseLimits.MaxRecordBytes ? $"its line is longer than a Firehose record's {FirehoseLimits.MaxRecordBytes} bytes"
        : Utf8.IsValid(line) ? null
        : "its text is not UTF-8";
}
