using System.Text.Json;

namespace StreamToFirehoseFunction;

/// <summary>Walks a DynamoDB stream event record by record, in one pass over its bytes; properties may come in any order.</summary>
/// <param name="streamEvent">The event's JSON.</param>
internal ref struct StreamEventReader(ReadOnlySpan<byte> streamEvent)
{
    private readonly ImageReader image = new();
    private Utf8JsonReader json = new(streamEvent);
    private bool inRecords;

    /// <summary>Reads the next record.</summary>
    /// <param name="record">Receives it.</param>
    /// <returns>False at the event's end.</returns>
    /// <exception cref="JsonException">The event is no JSON, or not a stream event.</exception>
    public bool TryRead(StreamRecord record)
    {
        if (!inRecords && !FindRecords())
        {
            return false;
        }

        json.Read();
        if (json.TokenType == JsonTokenType.EndArray)
        {
            inRecords = false;
            return TryRead(record);
        }

        record.Clear();
        var start = (int)json.TokenStartIndex;
        ReadRecord(record);
        record.Json = start..(int)json.BytesConsumed;
        return true;
    }

    private bool FindRecords()
    {
        if (json.TokenType == JsonTokenType.None)
        {
            json.Read();
            Expect(JsonTokenType.StartObject, "The event");
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isRecords = json.ValueTextEquals("Records"u8);
            json.Read();
            if (isRecords && json.TokenType != JsonTokenType.Null)
            {
                Expect(JsonTokenType.StartArray, "Records");
                return inRecords = true;
            }

            json.Skip();
        }

        return false;
    }

    private void ReadRecord(StreamRecord record)
    {
        Expect(JsonTokenType.StartObject, "A record");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("eventName"u8))
            {
                json.Read();
                record.IsInsert = json.TokenType == JsonTokenType.String && json.ValueTextEquals("INSERT"u8);
                json.Skip();
            }
            else if (json.ValueTextEquals("dynamodb"u8) && Enter())
            {
                ReadChange(record);
            }
            else
            {
                json.Skip();
            }
        }
    }

    private void ReadChange(StreamRecord record)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("NewImage"u8) && Enter())
            {
                record.BeginImage();
                image.Read(ref json, record);
            }
            else if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("SequenceNumber"u8))
            {
                json.Read();
                record.SequenceNumber = TextRange();
                json.Skip();
            }
            else
            {
                json.Skip();
            }
        }
    }

    /// <summary>Steps to the property's value, and says whether that is an object; anything else is left to be skipped.</summary>
    private bool Enter()
    {
        json.Read();
        return json.TokenType == JsonTokenType.StartObject;
    }

    private readonly Range TextRange()
    {
        var start = (int)json.TokenStartIndex + 1;
        return json.TokenType == JsonTokenType.String ? start..(start + json.ValueSpan.Length) : default;
    }

    private readonly void Expect(JsonTokenType type, string what)
    {
        if (json.TokenType != type)
        {
            throw new JsonException($"{what} begins with {json.TokenType} at byte {json.TokenStartIndex}; a DynamoDB stream event has {type} there.");
        }
    }
}
