using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Responses;

/// <summary>What a skill sends back to Alexa.</summary>
/// <param name="SessionAttributes">What the session's next request shall bring back; what is not sent is forgotten.</param>
/// <param name="Response">The answer itself.</param>
public sealed record ResponseEnvelope(
    IReadOnlyDictionary<string, JsonElement>? SessionAttributes,
    Response Response)
{
    /// <summary>The answer to requests that want none, such as skill events.</summary>
    public static ResponseEnvelope Empty { get; } = new(null, new Response());

    /// <summary>The version of Alexa's interface.</summary>
    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.0";

    /// <summary>Reads a response as Alexa does, for whoever plays her part.</summary>
    /// <param name="utf8Json">The JSON.</param>
    /// <returns>The response.</returns>
    /// <exception cref="UnreadableResponseException">It is no JSON object with a response, or a part of it has a shape that Alexa refuses.</exception>
    public static ResponseEnvelope Read(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, WireJson.Response) is { Response: not null } envelope
                ? envelope
                : throw new UnreadableResponseException("The answer is JSON, but no object with a response.");
        }
        catch (JsonException fault)
        {
            throw new UnreadableResponseException($"The answer is no response that Alexa takes; reading stopped at {fault.Path}.", fault);
        }
    }

    /// <summary>Writes the response as Alexa reads it; what is null is left out.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] ToUtf8Json() => ReadableJson.Write(this, WireJson.Response);
}
