using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>Turns the inserts of a stream event into CSV lines, packed for Firehose: one pass from bytes to bytes.</summary>
[SuppressMessage("Maintainability", "CA1515", Justification = "Public for the benchmarks, which measure it alone.")]
public sealed class LineTransform : IDisposable
{
    private readonly LineLayout layout;
    private readonly LinePacker packer;
    private readonly CsvLineWriter csv;
    private readonly FieldReader fields = new();
    private readonly List<Rejection> rejected = [];
    private readonly List<Cut> cuts = [];

    private LineTransform(LineLayout layout, int expectedBytes)
    {
        this.layout = layout;
        packer = new LinePacker(expectedBytes);
        csv = new CsvLineWriter(packer);
    }

    /// <summary>What goes to Firehose: whole lines, a record each, to be read until this is disposed of.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> FirehoseRecords => Packs.Select(pack => (ReadOnlyMemory<byte>)pack.Data);

    /// <summary>The lines in the records' order.</summary>
    internal IReadOnlyList<Pack> Packs { get; private set; } = [];

    /// <summary>The records that can't become lines, in their order.</summary>
    internal IReadOnlyList<Rejection> Rejected => rejected;

    /// <summary>The lowest sequence number of what was cut off; null where the lines go to the event's end.</summary>
    internal SequenceNumber? End { get; private set; }

    /// <summary>Transforms an event; lines are copies of what they need of it, rejected records and sequence numbers are parts of it.</summary>
    /// <exception cref="JsonException">The event is no JSON, or not a stream event.</exception>
    public static LineTransform Of(ReadOnlyMemory<byte> streamEvent, LineLayout layout)
    {
        // Names, types and what surrounds an image make up about two thirds of an event.
        var transform = new LineTransform(layout, streamEvent.Length / 3);
        try
        {
            transform.ReadEvent(streamEvent);
            return transform;
        }
        catch
        {
            transform.Dispose();
            throw;
        }
    }

    /// <summary>Ends the lines at a rejected record.</summary>
    internal void CutAt(int rejection)
    {
        packer.DropAfter(cuts[rejection].Before);
        Packs = packer.Pack();
        End = cuts.Skip(rejection).Min(cut => cut.Lowest);
    }

    /// <summary>Keeps the lines' memory out of use, where somebody may still read it after this is disposed of.</summary>
    internal void Abandon() => packer.Abandon();

    /// <summary>Gives the lines' memory back.</summary>
    public void Dispose()
    {
        csv.Dispose();
        packer.Dispose();
        fields.Dispose();
    }

    private void ReadEvent(ReadOnlyMemory<byte> streamEvent)
    {
        var bytes = streamEvent.Span;
        var reader = new StreamEventReader(streamEvent, layout);
        var record = new StreamRecord(layout);
        while (reader.TryRead(record))
        {
            if (!record.IsInsert && !record.IsBroken)
            {
                continue;
            }

            if (AddLine(bytes, record) is { } flaw)
            {
                rejected.Add(new Rejection(record.SequenceNumber, flaw, record.Json, !record.IsBroken));
                cuts.Add(new Cut(packer.End, record.SequenceNumber));
            }
            else if (cuts.Count > 0 && record.SequenceNumber.CompareTo(cuts[^1].Lowest) < 0)
            {
                cuts[^1] = cuts[^1] with { Lowest = record.SequenceNumber };
            }
        }

        Packs = packer.Pack();
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
            packer.AcceptLine(record.SequenceNumber);
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
            var value = values[column];
            if (!fields.TryRead(streamEvent, value, out var field))
            {
                flaw ??= $"{layout.Columns[column].Name} is no number";
            }

            csv.WriteField(field, mayBreak: value.Text.IsEscaped); // JSON has no line break but an escaped one
        }

        csv.EndLine();
        return flaw;
    }

    private static string? FlawOf(ReadOnlySpan<byte> line) =>
        line.Length > FirehoseLimits.MaxRecordBytes ? $"its line is longer than a Firehose record's {FirehoseLimits.MaxRecordBytes} bytes"
        : Utf8.IsValid(line) ? null
        : "its text is not UTF-8";

    /// <summary>Where the lines end if a rejected record is not kept.</summary>
    /// <param name="Before">The place of the record among the lines.</param>
    /// <param name="Lowest">The lowest sequence number from the record on to the next rejected one.</param>
    private readonly record struct Cut(LinePacker.Mark Before, SequenceNumber Lowest);
}
