using System.Text.Json;
using System.Text.Json.Nodes;
using SkillFunction.Tests.Fakes;

namespace SkillFunction.Tests.Memory;

/// <summary>The requests that have to do with the memory, and what is said to them.</summary>
internal static class MemoryJson
{
    public static string Launch { get; } = AlexaJson.Request("LaunchRequest");

    public static string LastMatch { get; } = AlexaJson.Intent("LastMatchIntent");

    public static string ForgetMe { get; } = AlexaJson.Intent("ForgetMeIntent");

    public static string Otterhound { get; } = AlexaJson.PetMatch(
        "COMPLETED", AlexaJson.Said("size", "large"), AlexaJson.Said("temperament", "guard"), AlexaJson.Said("energy", "high"));

    public static string MyNameIs(string? name) => AlexaJson.Request(
        "IntentRequest",
        $$$""" "intent":{"name":"MyNameIsIntent","slots":{"name":{"name":"name","value":{{{JsonSerializer.Serialize(name)}}}} } }""");

    /// <summary>An answer to the question that a response has left open.</summary>
    public static string Reply(string intent, JsonNode response)
    {
        var request = JsonNode.Parse(AlexaJson.Intent(intent))!;
        request["session"]!["attributes"] = response["sessionAttributes"]?.DeepClone();
        return request.ToJsonString();
    }

    public static string Speech(JsonNode response) =>
        ((string)response["response"]!["outputSpeech"]!["ssml"]!)["<speak>".Length..^"</speak>".Length];
}
