using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Requests;

/// <summary>
/// What Alexa sends to a skill: one flat model for requests of every kind. A property that is absent or of a wrong type is null.
/// </summary>
/// <param name="Session">The session; null for requests outside one, such as skill events.</param>
/// <param name="Context">The state of device and service.</param>
/// <param name="Request">The request itself.</param>
public sealed record RequestEnvelope(
    Session? Session,
    RequestContext? Context,
    Request Request)
{
    private const string ScreenWithApl = "Alexa.Presentation.APL";
    private const string ScreenWithTemplates = "Display";

    // These may come within a session, too.
    private static readonly string[] Mute =
    [
        RequestTypes.SkillEventPrefix, RequestTypes.AplRuntimeError, "AlexaHouseholdListEvent.", "AudioPlayer.", "PlaybackController.",
        "Reminders.", "System.",
    ];

    /// <summary>The id of the skill that is called; requests outside a session carry it in the context alone.</summary>
    [JsonIgnore]
    public string? ApplicationId => Context?.System?.Application?.ApplicationId ?? Session?.Application?.ApplicationId;

    /// <summary>The Alexa user's id.</summary>
    [JsonIgnore]
    public string? UserId => Context?.System?.User?.UserId ?? Session?.User?.UserId;

    /// <summary>Whether the device has a screen; null where the request comes from no device.</summary>
    [JsonIgnore]
    public bool? HasScreen => Context?.System?.Device is { } device
        ? device.Supports(ScreenWithApl) || device.Supports(ScreenWithTemplates)
        : null;

    /// <summary>Whether the device shows documents of the Alexa Presentation Language; APL directives are only for such.</summary>
    [JsonIgnore]
    public bool SupportsApl => Context?.System?.Device?.Supports(ScreenWithApl) == true;

    /// <summary>Whether an answer may say something. Events outside a session may not, nor what only reports or asks.</summary>
    [JsonIgnore]
    public bool TakesSpeech => Request.Type switch
    {
        RequestTypes.Launch or RequestTypes.Intent => true,
        null or RequestTypes.SessionEnded or RequestTypes.CanFulfillIntent => false,
        _ => Session is not null && !Mute.Any(prefix => Request.Type.StartsWith(prefix, StringComparison.Ordinal)),
    };

    /// <summary>Whether an answer may hold a Dialog directive: Alexa refuses one in answer to anything but a launch or an intent.</summary>
    [JsonIgnore]
    public bool TakesDialogDirectives => Request.Type is RequestTypes.Launch or RequestTypes.Intent;

    /// <summary>The version of Alexa's interface.</summary>
    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.0";

    /// <summary>Reads a request.</summary>
    /// <param name="utf8Json">The JSON; invalid UTF-8 and lone surrogates in it read as U+FFFD.</param>
    /// <returns>The request.</returns>
    /// <exception cref="UnreadableRequestException">It is no JSON object, or nested deeper than 64 levels.</exception>
    public static RequestEnvelope Read(ReadOnlySpan<byte> utf8Json)
    {
        var json = JsonRepair.Repair(utf8Json);
        try
        {
            var envelope = JsonSerializer.Deserialize(json, WireJson.Request)
                ?? throw UnreadableRequestException.NoObject();
            return envelope.Request is null ? envelope with { Request = Request.Absent } : envelope;
        }
        catch (JsonException)
        {
            throw UnreadableRequestException.At(json);
        }
    }
    /// <summary>Writes the request as Alexa sends it, for whoever plays her part; what is null is left out.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public byte[] ToUtf8Json() => ReadableJson.Write(this, WireJson.Request);
}
