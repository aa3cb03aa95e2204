using System.Text.Json.Nodes;

namespace SkillFunction.Tests.Fakes;

/// <summary>A conversation: a session whose attributes come back as Alexa brings them.</summary>
internal sealed class Talk(TestSkill skill, string locale = "en-US", bool losesDelegated = false)
{
    private JsonNode? attributes;
    private bool isNew = true;

    public JsonNode Last { get; private set; } = new JsonObject();

    /// <summary>What was said last, as it was meant, without markup.</summary>
    public string Speech => Text(Last["response"]!["outputSpeech"]);

    public string Reprompt => Text(Last["response"]!["reprompt"]?["outputSpeech"]);

    public bool? Ends => (bool?)Last["response"]!["shouldEndSession"];

    /// <summary>The slot that is asked for by a directive.</summary>
    public string? Elicited => (string?)Directive("Dialog.ElicitSlot")?["slotToElicit"];

    public JsonNode? Directive(string type) =>
        Last["response"]!["directives"]?.AsArray().FirstOrDefault(directive => (string?)directive!["type"] == type);

    public async Task<string> SayAsync(string request)
    {
        var json = JsonNode.Parse(AlexaJson.In(locale, request))!;
        json["session"]!["new"] = isNew;
        json["session"]!["attributes"] = attributes?.DeepClone();
        isNew = false;
        Last = await skill.AskAsync(json.ToJsonString());
        if (!losesDelegated || Directive("Dialog.Delegate") is null)
        {
            attributes = Last["sessionAttributes"];
        }

        return Speech;
    }

    public Task<string> IntendAsync(string intent) => SayAsync(AlexaJson.Intent(intent));

    /// <summary>Goes on with the intent that the last answer's directive has left.</summary>
    /// <param name="dialogState">How far the dialog is then.</param>
    /// <param name="slots">What is said now.</param>
    public Task<string> AnswerAsync(string dialogState, params string[] slots)
    {
        var request = JsonNode.Parse(AlexaJson.PetMatch(dialogState, slots))!;
        var said = request["request"]!["intent"]!["slots"]!.AsObject();
        foreach (var (name, slot) in Directive("Dialog.ElicitSlot")!["updatedIntent"]!["slots"]!.AsObject())
        {
            said.TryAdd(name, slot?.DeepClone());
        }

        return SayAsync(request.ToJsonString());
    }

    private static string Text(JsonNode? speech) => ((string?)speech?["ssml"] ?? "")
        .Replace("<speak>", "", StringComparison.Ordinal)
        .Replace("</speak>", "", StringComparison.Ordinal);
}
