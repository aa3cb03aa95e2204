using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LocalAws.DynamoDb;

/// <summary>A change of one item.</summary>
internal sealed record StreamChange(JsonElement Keys, JsonElement? Before, JsonElement? After)
{
    private static readonly JsonWriterOptions Unchecked = new() { SkipValidation = true };

    /// <summary>Whether there is anything to tell: DynamoDB writes no record for an item that stays as it is.</summary>
    public bool IsChange => (Before, After) switch
    {
        ({ } before, { } after) => !JsonElement.DeepEquals(before, after),
        (null, null) => false,
        _ => true,
    };

    /// <summary>INSERT, MODIFY or REMOVE.</summary>
    public string EventName => Before is null ? "INSERT" : After is null ? "REMOVE" : "MODIFY";

    /// <summary>Writes the change as a record of a stream whose view is NEW_IMAGE.</summary>
    public void Write(Stream output, string table, string sequenceNumber, DateTimeOffset time)
    {
        using var json = new Utf8JsonWriter(output, Unchecked);
        json.WriteStartObject();
        json.WriteString("eventID", Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        json.WriteString("eventName", EventName);
        json.WriteString("eventVersion", "1.1");
        json.WriteString("eventSource", "aws:dynamodb");
        json.WriteString("awsRegion", LocalAccount.Region);
        json.WriteStartObject("dynamodb");
        json.WriteNumber("ApproximateCreationDateTime", time.ToUnixTimeSeconds());
        WriteRaw(json, "Keys", Keys);
        if (After is { } image)
        {
            WriteRaw(json, "NewImage", image);
        }

        json.WriteString("SequenceNumber", sequenceNumber);
        json.WriteNumber("SizeBytes", ItemSize(Keys) + (After is { } item ? ItemSize(item) : 0));
        json.WriteString("StreamViewType", "NEW_IMAGE");
        json.WriteEndObject();
        json.WriteString("eventSourceARN", LocalAccount.StreamArn(table));
        json.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, JsonElement value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }

    /// <summary>An item's size by DynamoDB's rules: the names' and values' bytes.</summary>
    private static int ItemSize(JsonElement item) =>
        item.EnumerateObject().Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Name) + ValueSize(Typed(attribute.Value)));

    private static JsonProperty Typed(JsonElement value) => value.EnumerateObject().First();

    private static int ValueSize(JsonProperty typed) => typed.Name switch
    {
        "S" => Encoding.UTF8.GetByteCount(typed.Value.GetString()!),
        "N" => (typed.Value.GetString()!.Length / 2) + 1,
        "B" => typed.Value.GetString()!.Length / 4 * 3,
        "M" => 3 + ItemSize(typed.Value),
        "L" => 3 + typed.Value.EnumerateArray().Sum(element => 1 + ValueSize(Typed(element))),
        "SS" or "NS" or "BS" => typed.Value.EnumerateArray().Sum(element => Encoding.UTF8.GetByteCount(element.GetString()!)),
        _ => 1,
    };
}
