using System.Text.Json;

namespace StreamToFirehoseFunction;

/// <summary>Walks a DynamoDB stream event record by record, in one pass over its bytes; properties may come in any order.</summary>
/// <param name="streamEvent">The event's JSON.</param>
internal ref struct StreamEventReader(ReadOnlySpan<byte> streamEvent)
{
    private readonly ReadOnlySpan<byte> streamEvent = streamEvent;
    private readonly ImageReader image = new();
    private JsonScanner json = new(streamEvent);
    private bool hasBegun;
    private bool isFirstProperty = true;
    private bool isInRecords;

    /// <summary>Reads the next record; one of broken JSON is read too, as long as it can be told where it ends.</summary>
    /// <param name="record">Receives it.</param>
    /// <returns>False at the event's end.</returns>
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
        catch (JsonException broken) when (BrokenRecord.FindEnd(streamEvent[start..]) is { } length)
        {
            json.Position = start + length;
            record.Break($"its JSON is broken: {broken.Message}");
            if (record.SequenceNumber.Equals(default))
            {
                var number = BrokenRecord.FindSequenceNumber(streamEvent.Slice(start, length));
                record.SequenceNumber = (start + number.Start.Value)..(start + number.End.Value);
            }
        }

        record.Json = start..json.Position;
        return true;
    }

    private bool MoveToRecord()
    {
        if (!hasBegun)
        {
            json.Take((byte)'{');
            hasBegun = true;
        }
        else if (isInRecords)
        {
            if (json.TryTake((byte)','))
            {
                return true;
            }

            json.Take((byte)']');
        }

        isInRecords = false;
        while (json.TryReadName(ref isFirstProperty, out var name))
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
        json.Take((byte)'{');
        for (var isFirst = true; json.TryReadName(ref isFirst, out var name);)
        {
            if (name.SequenceEqual("eventName"u8))
            {
                record.IsInsert = json.TryReadString(out var eventName) && json.Text(eventName).SequenceEqual("INSERT"u8);
            }
            else if (name.SequenceEqual("dynamodb"u8) && json.TryTake((byte)'{'))
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
        for (var isFirst = true; json.TryReadName(ref isFirst, out var name);)
        {
            if (name.SequenceEqual("NewImage"u8) && json.Peek() == '{')
            {
                record.BeginImage();
                image.Read(ref json, record);
            }
            else if (name.SequenceEqual("SequenceNumber"u8))
            {
                record.SequenceNumber = json.TryReadString(out var number) ? Checked(number.Start..(number.Start + number.Length)) : default;
            }
            else
            {
                json.SkipValue();
            }
        }
    }

    private readonly Range Checked(Range sequenceNumber) => SequenceNumber.IsValid(streamEvent[sequenceNumber]) ? sequenceNumber : default;
}
