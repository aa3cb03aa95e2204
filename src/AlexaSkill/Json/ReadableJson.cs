using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AlexaSkill.Json;

/// <summary>Writes JSON that never goes into a page: quotes, signs and letters stay what they are.</summary>
internal static class ReadableJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, Options);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        return json.WrittenSpan.ToArray();
    }
}
