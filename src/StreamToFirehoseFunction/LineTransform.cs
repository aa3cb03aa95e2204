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

    private LineTransform(int expectedBytes)
    {
        packer = new LinePacker(expectedBytes);
        csv = new CsvLineWriter(packer);
    }

    /// <summary>The lines in the records' order, up to the rejected record where there is one.</summary>
    public IReadOnlyList<Pack> Packs { get; private set; } = [];

    /// <summary>The record that can't become a line and ends the batch; null where all could.</summary>
    public Rejection? Rejected { get; private set; }

    /// <summary>Transforms an event.</summary>
    /// <param name="streamEvent">The event's JSON; the lines are copies of what they need of it.</param>
    /// <returns>The lines and what was rejected.</returns>
    /// <exception cref="JsonException">The event is no JSON, or not a stream event.</exception>
    public static LineTransform Of(ReadOnlySpan<byte> streamEvent)
    {
        // Names, types and what surrounds an image make up about two thirds of an event.
        var transform = new LineTransform(streamEvent.Length / 3);
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

    /// <summary>Gives the lines' memory back.</summary>
    public void Dispose()
    {
        csv.Dispose();
        packer.Dispose();
        fields.Dispose();
    }

    private void ReadEvent(ReadOnlySpan<byte> streamEvent)
    {
        var reader = new StreamEventReader(streamEvent);
        var record = new StreamRecord();
        while (Rejected is null && reader.TryRead(record))
        {
            if (record.IsInsert)
            {
                AddLine(streamEvent, record);
            }
        }

        Packs = packer.Pack(streamEvent);
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
            Rejected = new Rejection(Encoding.UTF8.GetString(streamEvent[record.SequenceNumber]), flaw);
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
