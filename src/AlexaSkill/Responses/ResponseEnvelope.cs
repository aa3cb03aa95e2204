using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Responses;

/// <summary>What a skill sends back to Alexa.</summary>
/// <param name="SessionAttributes">What the session's next request shall bring back; what is not sent is forgotten.</param>
/// <param name="Response">The answer itself.</param>
public sealed record ResponseEnvelope(
    [property: JsonConverter(typeof(LenientMapConverter<JsonElement>))] IReadOnlyDictionary<string, JsonElement>? SessionAttributes,
    Response Response)
{
    // An answer goes to Alexa, never into a page: quotes, signs and letters stay what they are.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer to requests that want none, such as skill events.</summary>
    public static ResponseEnvelope Empty { get; } = new(null, new Response());

    /// <summary>The version of Alexa's interface.</summary>
    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.0";

    /// <summary>Writes the response as Alexa reads it; what is null is left out.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] ToUtf8Json()
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, Readable);
        JsonSerializer.Serialize(writer, this, SkillJson.Default.ResponseEnvelope);
        writer.Flush();
        return json.WrittenSpan.ToArray();
    }
}
