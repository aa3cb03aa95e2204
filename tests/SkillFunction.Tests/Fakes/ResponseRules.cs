using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace SkillFunction.Tests.Fakes;

/// <summary>What Alexa demands of a response, by its reference of the JSON.</summary>
internal static class ResponseRules
{
    private static readonly string[] EnvelopeNames = ["version", "sessionAttributes", "response"];

    private static readonly string[] ResponseNames =
        ["outputSpeech", "card", "reprompt", "directives", "shouldEndSession", "canFulfillIntent"];

    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tells what is wrong with an answer.</summary>
    /// <returns>The first rule that it breaks; null where it is valid.</returns>
    public static string? Broken(JsonNode answer, RequestEnvelope request)
    {
        var response = answer["response"] as JsonObject;
        return answer is not JsonObject envelope || response is null ? "there is no response"
            : Unknown(envelope, EnvelopeNames) ?? Unknown(response, ResponseNames)
            ?? ((string?)answer["version"] != "1.0" ? "the version is not 1.0" : null)
            ?? (Encoding.UTF8.GetByteCount(answer.ToJsonString(AsSent)) > ResponseLimits.MaxBytes ? "it is too large" : null)
            ?? (answer["sessionAttributes"] is null or JsonObject ? null : "the session attributes are no object")
            ?? (request.Session is null && answer["sessionAttributes"] is not null ? "there are session attributes out of session" : null)
            ?? (response["outputSpeech"] is { } speech ? Speech(speech) : null)
            ?? (response["reprompt"] is { } reprompt ? Reprompt(reprompt, response) : null)
            ?? (response["card"] is { } card ? Card(card) : null)
            ?? (response["directives"] is { } directives ? Directives(directives, response, request) : null)
            ?? CanFulfill(response, request)
            ?? (!request.TakesSpeech && response["outputSpeech"] is not null ? "it speaks where nothing may be spoken" : null)
            ?? (request.Request.Type is RequestTypes.Launch or RequestTypes.Intent && IsSilent(response) ? "it leaves the user in silence" : null);
    }

    private static bool IsSilent(JsonObject response) => response["outputSpeech"] is null && response["directives"] is null;

    private static string? Unknown(JsonObject node, string[] names) =>
        node.Select(property => property.Key).FirstOrDefault(key => !names.Contains(key)) is { } name ? $"{name} is unknown" : null;

    private static string? Speech(JsonNode speech)
    {
        var ssml = (string?)speech["ssml"] ?? "";
        return (string?)speech["type"] != "SSML" ? "the speech is no SSML"
            : ssml.Length > ResponseLimits.MaxSpeechLength ? "the speech is too long"
            : XDocument.Parse(ssml).Root is not { Name.LocalName: "speak" } root ? "the speech is no document"
            : string.IsNullOrWhiteSpace(root.Value) ? "the speech is empty" : null;
    }

    private static string? Reprompt(JsonNode reprompt, JsonObject response) => Speech(reprompt["outputSpeech"]!)
        ?? ((bool?)response["shouldEndSession"] == false ? null : "there is a reprompt and the session ends");

    private static string? Card(JsonNode card) => (string?)card["type"] switch
    {
        "Simple" => (string?)card["title"] is { Length: > 0 } && (string?)card["content"] is { Length: > 0 } ? null : "the card is empty",
        "Standard" => (string?)card["title"] is { Length: > 0 } && (string?)card["text"] is { Length: > 0 } ? null : "the card is empty",
        var type => $"the card is of type {type}",
    };

    private static string? Directives(JsonNode directives, JsonObject response, RequestEnvelope request)
    {
        var types = directives.AsArray().Select(directive => (string?)directive!["type"]).ToArray();
        return types.Length == 0 ? "there are no directives in the list"
            : types.Count(IsDialog) > 1 ? "there are two dialog directives"
            : types.Any(IsDialog) && request.Request.Type is not (RequestTypes.Launch or RequestTypes.Intent) ? "there is no dialog to go on with"
            : types.Any(IsDialog) && types.Length > 1 ? "there is a directive beside that of the dialog"
            : types.Contains("Dialog.Delegate") ? "the skill asks its questions itself"
            : directives.AsArray().Select(directive => Directive(directive!, response, request)).FirstOrDefault(broken => broken is not null);
    }

    private static bool IsDialog(string? type) => type!.StartsWith("Dialog.", StringComparison.Ordinal);

    private static string? Directive(JsonNode directive, JsonObject response, RequestEnvelope request) => (string?)directive["type"] switch
    {
        "Dialog.ElicitSlot" => (string?)directive["slotToElicit"] is not { Length: > 0 } ? "no slot is elicited"
            : (bool?)response["shouldEndSession"] != false ? "a dialog goes on and the session ends"
            : directive["updatedIntent"] is JsonObject intent && intent["name"] is null ? "the updated intent has no name" : null,
        "Alexa.Presentation.APL.RenderDocument" => !request.SupportsApl ? "the device has no APL"
            : (string?)directive["token"] is { Length: > 0 } && directive["document"] is JsonObject ? null : "the document is incomplete",
        var type => $"the directive is of type {type}",
    };

    private static string? CanFulfill(JsonObject response, RequestEnvelope request)
    {
        string?[] kinds = ["YES", "NO"];
        string?[] answers = [.. kinds, "MAYBE"];
        return response["canFulfillIntent"] is not { } answer
            ? request.Request.Type == RequestTypes.CanFulfillIntent ? "it does not tell whether it can fulfill" : null
            : response.Count > 1 || request.Request.Type != RequestTypes.CanFulfillIntent ? "it tells whether it can fulfill, and more"
            : !answers.Contains((string?)answer["canFulfill"]) ? "it does not tell whether it can fulfill"
            : answer["slots"] is JsonObject slots && slots.Any(slot => !answers.Contains((string?)slot.Value!["canUnderstand"])
                || !kinds.Contains((string?)slot.Value["canFulfill"])) ? "a slot does not tell whether it can be fulfilled" : null;
    }
}
