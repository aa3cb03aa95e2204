using System.Text.Json.Nodes;

namespace SkillFunction.Tests.Fakes;

/// <summary>A conversation: a session whose attributes come back as Alexa brings them.</summary>
internal sealed class Talk(TestSkill skill, string locale = "en-US")
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
        attributes = Last["sessionAttributes"];
        return Speech;
    }

    public Task<string> IntendAsync(string intent) => SayAsync(AlexaJson.Intent(intent));

    /// <summary>Goes on with the intent that the last answer's directive has left: what it holds comes back with its value alone.</summary>
    public Task<string> AnswerAsync(params string[] slots)
    {
        var request = JsonNode.Parse(AlexaJson.PetMatch("IN_PROGRESS", slots))!;
        var said = request["request"]!["intent"]!["slots"]!.AsObject();
        foreach (var (name, slot) in Directive("Dialog.ElicitSlot")!["updatedIntent"]!["slots"]!.AsObject())
        {
            var held = slot!.DeepClone().AsObject();
            held.Remove("resolutions");
            said.TryAdd(name, held);
        }

        return SayAsync(request.ToJsonString());
    }

    private static string Text(JsonNode? speech) => ((string?)speech?["ssml"] ?? "")
        .Replace("<speak>", "", StringComparison.Ordinal)
        .Replace("</speak>", "", StringComparison.Ordinal);
}
