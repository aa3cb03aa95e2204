using System.Text.Json;

namespace LocalEmulator.Conversations;

/// <summary>Writes a slot of an intent, with the resolutions of what was said.</summary>
internal static class SlotJson
{
    /// <summary>Writes a slot as a property.</summary>
    /// <param name="json">The writer, inside the object of slots.</param>
    /// <param name="type">The slot and its type.</param>
    /// <param name="text">What was said; null where nothing was.</param>
    public static void Write(Utf8JsonWriter json, SlotType type, string? text)
    {
        json.WriteStartObject(type.Slot);
        json.WriteString("name", type.Slot);
        if (text is not null)
        {
            json.WriteString("value", text);
            WriteResolutions(json, type, text);
        }

        json.WriteString("confirmationStatus", "NONE");
        if (text is not null)
        {
            json.WriteString("source", "USER");
            json.WriteStartObject("slotValue");
            json.WriteString("type", "Simple");
            json.WriteString("value", text);
            WriteResolutions(json, type, text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteResolutions(Utf8JsonWriter json, SlotType type, string text)
    {
        var matches = type.Resolve(text);
        json.WriteStartObject("resolutions");
        json.WriteStartArray("resolutionsPerAuthority");
        json.WriteStartObject();
        json.WriteString("authority", $"amzn1.er-authority.echo-sdk.{Envelope.SkillId}.{type.Type}");
        json.WriteStartObject("status");
        json.WriteString("code", matches.Count > 0 ? "ER_SUCCESS_MATCH" : "ER_SUCCESS_NO_MATCH");
        json.WriteEndObject();
        if (matches.Count > 0)
        {
            json.WriteStartArray("values");
            foreach (var match in matches)
            {
                json.WriteStartObject();
                json.WriteStartObject("value");
                json.WriteString("name", match.Name);
                json.WriteString("id", match.Id);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
