using System.Text;
using System.Text.Json;
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

    /// <summary>The rejected record that ended the lines; null where they go to the event's end.</summary>
    public Rejection? End { get; private set; }

    /// <summary>Transforms an event.</summary>
    /// <param name="streamEvent">The event's JSON; the lines are copies of what they need of it.</param>
    /// <param name="maxRejected">How many records may be left out; the next one that would have to be ends the lines.</param>
    /// <returns>The lines and what was rejected.</returns>
    /// <exception cref="JsonException">The event is no JSON, or not a stream event.</exception>
    public static LineTransform Of(ReadOnlySpan<byte> streamEvent, int maxRejected)
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

    private void ReadEvent(ReadOnlySpan<byte> streamEvent, int maxRejected)
    {
        var reader = new StreamEventReader(streamEvent);
        var record = new StreamRecord();
        while (rejected.Count <= maxRejected && reader.TryRead(record))
        {
            if (record.IsInsert)
            {
                AddLine(streamEvent, record);
            }
        }

        Packs = packer.Pack(streamEvent);
        End = rejected.Count > maxRejected ? rejected[^1] : null;
    }

    private void AddLine(ReadOnlySpan<byte> streamEvent, StreamRecord record)
    {
        var flaw = FindFlaw(streamEvent, record);
        if (flaw is null)
        {
            WriteLine(streamEvent, record);
            flaw = packer.TryAcceptLine(record.SequenceNumber) ? null : $"its line is longer than a Firehose record's {FirehoseLimits.MaxRecordBytes} bytes";
        }

        if (flaw is not null)
        {
            rejected.Add(new Rejection(Encoding.UTF8.GetString(streamEvent[record.SequenceNumber]), flaw, streamEvent[record.Json].ToArray()));
        }
    }

    private string? FindFlaw(ReadOnlySpan<byte> streamEvent, StreamRecord record)
    {
        if (!record.HasImage)
        {
            return "it has no NewImage";
        }

        for (var column = 0; record.Flaw is null && column < record.Values.Length; column++)
        {
            if (record.Values[column].Kind == AttributeKind.Number && !fields.TryRead(streamEvent, record.Values[column], out _))
            {
                return $"{Columns.All[column].Name} is no number";
            }
        }

        return record.Flaw;
    }

    private void WriteLine(ReadOnlySpan<byte> streamEvent, StreamRecord record)
    {
        foreach (var value in record.Values)
        {
            _ = fields.TryRead(streamEvent, value, out var field);
            csv.WriteField(field);
        }

        csv.EndLine();
    }
}
