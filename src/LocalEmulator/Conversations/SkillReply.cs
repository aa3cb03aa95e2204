using System.Text.Json;
using AlexaSkill.Requests;

namespace LocalEmulator.Conversations;

/// <summary>What a response of the skill asks of Alexa and the user.</summary>
/// <param name="Speech">What is to be said, as plain text; null where nothing is.</param>
/// <param name="HasReprompt">Whether Alexa shall ask again where the user is silent.</param>
/// <param name="ShouldEndSession">Whether the session ends; null where the response leaves it to Alexa.</param>
/// <param name="Directive">What becomes of the dialog; null where the response says nothing about it.</param>
/// <param name="Card">The card in the app, in one line.</param>
/// <param name="Screen">What the screen shows, in one line.</param>
/// <param name="Attributes">The session attributes; null where there are none.</param>
internal sealed record SkillReply(
    string? Speech,
    bool HasReprompt,
    bool? ShouldEndSession,
    DialogDirective? Directive,
    string? Card,
    string? Screen,
    JsonElement? Attributes)
{
    /// <summary>Reads a response.</summary>
    /// <param name="json">The response in UTF-8.</param>
    /// <param name="requestType">The type of the request that it answers.</param>
    /// <param name="reason">Why it is none that Alexa would take.</param>
    /// <returns>What it asks; null where Alexa would not take it.</returns>
    public static SkillReply? Read(ReadOnlyMemory<byte> json, string requestType, out string reason)
    {
        reason = "it is no JSON object with a response";
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.Find("response") is not { ValueKind: JsonValueKind.Object } response)
            {
                return null;
            }

            if (!TrySpeech(response, out var speech) || !TrySpeech(response.Find("reprompt"), out var reprompt))
            {
                reason = "its speech is no well-formed SSML";
                return null;
            }

            var list = response.Find("directives");
            var directives = list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToArray() : [];
            var dialog = directives.Select(DialogDirective.Read).OfType<DialogDirective>().ToArray();
            if (Fault(dialog, directives, requestType) is { } fault)
            {
                reason = fault;
                return null;
            }

            return new SkillReply(
                speech,
                reprompt is not null,
                response.Find("shouldEndSession").ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
                dialog.FirstOrDefault(),
                Visuals.Card(response.Find("card")),
                Visuals.Screen(directives),
                root.Find("sessionAttributes") is { ValueKind: JsonValueKind.Object } attributes ? attributes.Clone() : null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Why Alexa refuses a response for its directives; null where she does not.</summary>
    private static string? Fault(DialogDirective[] dialog, JsonElement[] directives, string requestType)
    {
        if (dialog is not [var first, ..])
        {
            return null;
        }

        var beside = directives.Select(directive => directive.Text("type"))
            .FirstOrDefault(type => type != first.Type && type != DialogDirective.UpdateDynamicEntities);
        return beside is not null ? $"it has {beside} beside {first.Type}, and no other directives are allowed there"
            : dialog.Length > 1 ? $"it has {first.Type} {dialog.Length} times"
            : requestType is not (RequestTypes.Launch or RequestTypes.Intent)
                ? $"it has {first.Type} in answer to {requestType}, and only a LaunchRequest or an IntentRequest takes a Dialog directive"
            : null;
    }

    private static bool TrySpeech(JsonElement owner, out string? text)
    {
        var speech = owner.Find("outputSpeech");
        text = speech.Text("text");
        if (speech.Text("ssml") is not { } ssml)
        {
            return true;
        }

        text = SpokenText.Plain(ssml);
        return text is not null;
    }
}
