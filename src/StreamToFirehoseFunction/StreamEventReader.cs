using System.Text.Json;
using StreamToFirehoseFunction.Json;

namespace StreamToFirehoseFunction;

/// <summary>Walks a DynamoDB stream event record by record, in one pass over its bytes; properties may come in any order.</summary>
/// <param name="streamEvent">The event's JSON. DynamoDB nests a value 32 levels deep, which are 64 of JSON: within the scanner's limit.</param>
/// <param name="layout">The columns to read from images.</param>
internal ref struct StreamEventReader(ReadOnlyMemory<byte> streamEvent, LineLayout layout)
{
    private readonly ReadOnlyMemory<byte> streamEvent = streamEvent;
    private readonly ReadOnlySpan<byte> bytes = streamEvent.Span;
    private readonly ImageReader image = new(layout);
    private JsonScanner json = new(streamEvent.Span);
    private ObjectReader properties;
    private bool isInRecords;

    /// <summary>Reads the next record; one of broken JSON is read too, as long as it can be told where it ends. False at the event's end.</summary>
    /// <exception cref="JsonException">The event is no JSON, or not a stream event.</exception>
    public bool TryRead(StreamRecord record)
    {
        if (!MoveToRecord())
        {
            return false;
        }

        record.Clear();
        _ = json.Peek();
        var start = json.Position;
        try
        {
            ReadRecord(record);
        }
        catch (JsonException broken) when (BrokenRecord.Length(bytes[start..]) is { } length)
        {
            json.Position = start + length;
            record.Break($"its JSON is broken: {broken.Message}");
            if (record.SequenceNumber.Digits.IsEmpty)
            {
                var number = BrokenRecord.FindSequenceNumber(bytes.Slice(start, length));
                record.SequenceNumber = new SequenceNumber(streamEvent.Slice(start, length)[number]);
            }
        }

        record.Json = streamEvent[start..json.Position];
        return true;
    }

    private bool MoveToRecord()
    {
        if (isInRecords)
        {
            if (json.TryTake((byte)','))
            {
                return true;
            }

            json.Take((byte)']');
        }

        isInRecords = false;
        while (properties.TryReadName(ref json, out var name))
        {
            if (!name.SequenceEqual("Records"u8) || json.Peek() == 'n')
            {
                json.SkipValue();
                continue;
            }

            json.Take((byte)'[');
            if (!json.TryTake((byte)']'))
            {
                return isInRecords = true;
            }
        }

        json.TakeEnd();
        return false;
    }

    private void ReadRecord(StreamRecord record)
    {
        for (var reader = default(ObjectReader); reader.TryReadName(ref json, out var name);)
        {
            if (name.SequenceEqual("eventName"u8))
            {
                record.IsInsert = json.TryReadString(out var eventName) && json.Text(eventName).SequenceEqual("INSERT"u8);
            }
            else if (name.SequenceEqual("dynamodb"u8) && json.Peek() == '{')
            {
                ReadChange(record);
            }
            else
            {
                json.SkipValue();
            }
        }
    }

    private void ReadChange(StreamRecord record)
    {
        for (var reader = default(ObjectReader); reader.TryReadName(ref json, out var name);)
        {
            if (name.SequenceEqual("NewImage"u8) && json.Peek() == '{')
            {
                record.BeginImage();
                image.Read(ref json, record);
            }
            else if (name.SequenceEqual("SequenceNumber"u8))
            {
                record.SequenceNumber = json.TryReadString(out var number) ? Checked(number) : default;
            }
            else
            {
                json.SkipValue();
            }
        }
    }

    private readonly SequenceNumber Checked(JsonString number) => SequenceNumber.IsValid(bytes.Slice(number.Start, number.Length))
        ? new SequenceNumber(streamEvent.Slice(number.Start, number.Length))
        : default;
}
