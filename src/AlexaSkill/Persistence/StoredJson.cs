using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Json;

namespace AlexaSkill.Persistence;

/// <summary>
/// Attributes as JSON text and back, for stores. All of the text is read at once, so that what it holds cannot fail later; numbers keep the text they
/// have; of a name that stands twice in an object the last one counts.
/// </summary>
public static class StoredJson
{
    private const int MaxDepth = 1_000; // levels, what Utf8JsonWriter writes

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = MaxDepth };

    // It goes to a store, never into a page: letters stay what they are, as in what JavaScript writes.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads attributes.</summary>
    /// <param name="utf8Json">A JSON object; nothing and null are an empty one. Lone surrogates in it read as U+FFFD.</param>
    /// <returns>The attributes.</returns>
    /// <exception cref="JsonException">It is no JSON, or another value than an object.</exception>
    public static JsonObject Read(ReadOnlySpan<byte> utf8Json)
    {
        var json = JsonRepair.Repair(utf8Json);
        return json.IsEmpty ? [] : JsonElement.Parse(json, Deep) switch
        {
            { ValueKind: JsonValueKind.Object } values => ToObject(values),
            { ValueKind: JsonValueKind.Null } => [],
            var other => throw new JsonException($"It holds {other.ValueKind}, where an object is needed."),
        };
    }

    /// <summary>Writes attributes.</summary>
    /// <param name="values">The attributes.</param>
    /// <returns>The JSON, UTF-8.</returns>
    public static ReadOnlyMemory<byte> Write(JsonObject values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Readable);
        values.WriteTo(writer);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Makes attributes of named values.</summary>
    /// <param name="properties">The names and values.</param>
    /// <returns>The attributes, which may be changed.</returns>
    public static JsonObject ToObject(IEnumerable<(string Name, JsonElement Value)> properties)
    {
        var values = new JsonObject();
        foreach (var (name, value) in properties)
        {
            values[name] = ToNode(value);
        }

        return values;
    }

    private static JsonObject ToObject(JsonElement value) =>
        ToObject(value.EnumerateObject().Select(property => (property.Name, property.Value)));

    private static JsonNode? ToNode(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => ToObject(value),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(ToNode)]),
        JsonValueKind.String => JsonValue.Create(value.GetString()),
        JsonValueKind.True or JsonValueKind.False => JsonValue.Create(value.GetBoolean()),
        JsonValueKind.Number => JsonValue.Create(value),
        _ => null,
    };
}
