using System.Text.Json;
using LocalEmulator.InteractionModels;

namespace LocalEmulator.Conversations;

/// <summary>Writes a slot of an intent, with the resolutions of what was said.</summary>
internal static class SlotJson
{
    /// <summary>Writes a slot as a property.</summary>
    /// <param name="json">The writer, inside the object of slots.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="kind">How the slot is heard.</param>
    /// <param name="state">What was said; null where nothing was.</param>
    public static void Write(Utf8JsonWriter json, SlotModel slot, SlotKind kind, SlotState? state)
    {
        json.WriteStartObject(slot.Name);
        json.WriteString("name", slot.Name);
        if (state is not null)
        {
            WriteValue(json, slot, kind, state);
        }

        json.WriteString("confirmationStatus", state?.ConfirmationStatus ?? Confirmation.None);
        if (state is not null)
        {
            json.WriteString("source", "USER");
            json.WriteStartObject("slotValue");
            json.WriteString("type", "Simple");
            WriteValue(json, slot, kind, state);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Only types of the model resolve what was said, and nothing resolves what the skill has set.</summary>
    private static void WriteValue(Utf8JsonWriter json, SlotModel slot, SlotKind kind, SlotState state)
    {
        json.WriteString("value", state.Value);
        if (kind.IsCustom && state.IsHeard)
        {
            WriteResolutions(json, slot.Type, kind.Resolve(state.Value));
        }
    }

    private static void WriteResolutions(Utf8JsonWriter json, string type, IReadOnlyList<SlotValue> matches)
    {
        json.WriteStartObject("resolutions");
        json.WriteStartArray("resolutionsPerAuthority");
        json.WriteStartObject();
        json.WriteString("authority", $"amzn1.er-authority.echo-sdk.{Envelope.SkillId}.{type}");
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
                json.WriteString("name", match.Name.Value);
                if (match.Id is not null)
                {
                    json.WriteString("id", match.Id);
                }

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
