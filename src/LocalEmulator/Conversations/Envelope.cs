using System.Globalization;
using System.Text.Json;
using LocalEmulator.InteractionModels;

namespace LocalEmulator.Conversations;

/// <summary>Writes requests in the form that Alexa sends.</summary>
internal static class Envelope
{
    /// <summary>The skill id of generated requests.</summary>
    public const string SkillId = "amzn1.ask.skill.9c1f6f1e-0b8e-4c5e-9f5a-7d0e3b6a2c41";

    /// <summary>Writes a request.</summary>
    /// <param name="model">The interaction model that it is understood by.</param>
    /// <param name="person">Who speaks.</param>
    /// <param name="turn">What is said.</param>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Write(VoiceModel model, Person person, Turn turn)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            WriteSession(json, person, turn);
            WriteContext(json, person);
            WriteRequest(json, model, turn);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteSession(Utf8JsonWriter json, Person person, Turn turn)
    {
        json.WriteStartObject("session");
        json.WriteBoolean("new", turn.NewSession);
        json.WriteString("sessionId", turn.SessionId);
        WriteId(json, "application", "applicationId", SkillId);
        if (turn.Attributes is { } attributes)
        {
            json.WritePropertyName("attributes");
            attributes.WriteTo(json);
        }

        WriteId(json, "user", "userId", person.UserId);
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, Person person)
    {
        json.WriteStartObject("context");
        json.WriteStartObject("System");
        WriteId(json, "application", "applicationId", SkillId);
        WriteId(json, "user", "userId", person.UserId);
        if (person.PersonId is not null)
        {
            WriteId(json, "person", "personId", person.PersonId);
        }

        json.WriteStartObject("device");
        json.WriteString("deviceId", person.DeviceId);
        json.WriteStartObject("supportedInterfaces");
        if (person.HasScreen)
        {
            json.WriteStartObject("Alexa.Presentation.APL");
            WriteId(json, "runtime", "maxVersion", "2024.3");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("apiEndpoint", "https://api.amazonalexa.com");
        json.WriteString("apiAccessToken", "none-in-a-local-run");
        json.WriteEndObject();
        if (person.HasScreen)
        {
            WriteViewport(json);
        }

        json.WriteEndObject();
    }

    private static void WriteViewport(Utf8JsonWriter json)
    {
        json.WriteStartObject("Viewport");
        json.WriteString("shape", "RECTANGLE");
        json.WriteString("mode", "HUB");
        json.WriteNumber("dpi", 160);
        json.WriteNumber("pixelWidth", 1280);
        json.WriteNumber("pixelHeight", 800);
        json.WriteNumber("currentPixelWidth", 1280);
        json.WriteNumber("currentPixelHeight", 800);
        json.WriteStartArray("touch");
        json.WriteStringValue("SINGLE");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, VoiceModel model, Turn turn)
    {
        json.WriteStartObject("request");
        json.WriteString("type", turn.Content.Type);
        json.WriteString("requestId", turn.RequestId);
        json.WriteString("locale", model.Locale);
        json.WriteString("timestamp", turn.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        switch (turn.Content)
        {
            case Launch:
                json.WriteBoolean("shouldLinkResultBeReturned", false);
                break;
            case SessionEnded ended:
                json.WriteString("reason", ended.Reason);
                if (ended.Problem is not null)
                {
                    json.WriteStartObject("error");
                    json.WriteString("type", "INVALID_RESPONSE");
                    json.WriteString("message", ended.Problem);
                    json.WriteEndObject();
                }

                break;
            case Said said:
                WriteIntent(json, model, said);
                break;
            default:
                throw new ArgumentException($"No request is known for {turn.Content}.", nameof(turn));
        }

        json.WriteEndObject();
    }

    private static void WriteIntent(Utf8JsonWriter json, VoiceModel model, Said said)
    {
        json.WriteStartObject("intent");
        json.WriteString("name", said.Intent);
        json.WriteString("confirmationStatus", said.ConfirmationStatus);
        if (model.Intent(said.Intent) is { AllSlots: { Count: > 0 } slots })
        {
            json.WriteStartObject("slots");
            foreach (var slot in slots)
            {
                SlotJson.Write(json, slot, model.Kind(said.Intent, slot.Name)!, said.Slots.GetValueOrDefault(slot.Name));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (said.DialogState is not null)
        {
            json.WriteString("dialogState", said.DialogState);
        }
    }

    private static void WriteId(Utf8JsonWriter json, string owner, string name, string id)
    {
        json.WriteStartObject(owner);
        json.WriteString(name, id);
        json.WriteEndObject();
    }
}
