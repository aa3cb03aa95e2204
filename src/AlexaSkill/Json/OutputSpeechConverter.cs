using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSkill.Responses;

namespace AlexaSkill.Json;

/// <summary>Writes speech as SSML; reads plain text, too, as the SSML that says the same.</summary>
internal sealed class OutputSpeechConverter : JsonConverter<OutputSpeech>
{
    public override OutputSpeech Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var speech = JsonElement.ParseValue(ref reader);
        var ssml = Text(speech, "ssml") ?? (Text(speech, "text") is { } text ? Ssml.Speak(text) : null);
        return ssml is null
            ? throw new JsonException("Speech has to be an object with ssml or text.")
            : new OutputSpeech(ssml, Text(speech, "playBehavior"));
    }

    public override void Write(Utf8JsonWriter writer, OutputSpeech value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("ssml", value.Ssml);
        if (value.PlayBehavior is { } behavior)
        {
            writer.WriteString("playBehavior", behavior);
        }

        writer.WriteString("type", "SSML");
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement speech, string name) =>
        speech.ValueKind == JsonValueKind.Object && speech.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
