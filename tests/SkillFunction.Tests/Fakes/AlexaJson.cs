using System.Text.Json;

namespace SkillFunction.Tests.Fakes;

/// <summary>Writes requests as Alexa sends them.</summary>
internal static class AlexaJson
{
    public const string UserId = "amzn1.ask.account.SECRETUSER";

    public static string PetMatch(string? dialogState, params string[] slots) => Request(
        "IntentRequest",
        $$""" "intent":{"name":"PetMatchIntent","confirmationStatus":"NONE","slots":{ {{string.Join(',', slots)}} } }"""
        + (dialogState is null ? "" : $$""","dialogState":"{{dialogState}}" """));

    public static string Intent(string name) => Request("IntentRequest", $$""" "intent":{"name":"{{name}}"}""");

    public static string Request(string type, string properties = "\"x\":1", string skillId = TestSkill.SkillId) =>
        $$"""
        {"version":"1.0",
        "session":{"new":true,"sessionId":"session-1","application":{"applicationId":"{{skillId}}"},"user":{"userId":"{{UserId}}"} },
        "context":{"System":{"application":{"applicationId":"{{skillId}}"},"user":{"userId":"{{UserId}}"},
        "device":{"deviceId":"SECRETDEVICE","supportedInterfaces":{"Alexa.Presentation.APL":{} } },"apiAccessToken":"SECRETTOKEN"} },
        "request":{"type":"{{type}}","requestId":"request-1","locale":"en-US","timestamp":"2026-11-21T09:30:15Z", {{properties}} } }
        """;

    /// <summary>The same request from another locale.</summary>
    public static string In(string locale, string request) =>
        request.Replace("\"locale\":\"en-US\"", $"\"locale\":\"{locale}\"", StringComparison.Ordinal);

    /// <summary>The request with the address of an Alexa to speak by.</summary>
    public static string SentFrom(Uri alexa, string request) => request.Replace(
        "\"apiAccessToken\"", $"\"apiEndpoint\":\"{alexa.OriginalString}\",\"apiAccessToken\"", StringComparison.Ordinal);

    /// <summary>A slot that matched; without values, the one that was said.</summary>
    public static string Said(string name, string spoken, params string[] values)
    {
        var matches = values.DefaultIfEmpty(spoken).Select(value => $$"""{"value":{"name":"{{value}}","id":"{{value}}"} }""");
        return Slot(name, spoken, $$"""{"status":{"code":"ER_SUCCESS_MATCH"},"values":[{{string.Join(',', matches)}}]}""");
    }

    public static string Unresolved(string name, string spoken, string code = "ER_SUCCESS_NO_MATCH") =>
        Slot(name, spoken, $$"""{"status":{"code":"{{code}}"} }""");

    public static string Empty(string name) => $$""" "{{name}}":{"name":"{{name}}","confirmationStatus":"NONE"}""";

    private static string Slot(string name, string spoken, string authority) =>
        $$"""
        "{{name}}":{"name":"{{name}}","value":{{JsonSerializer.Serialize(spoken)}},"confirmationStatus":"NONE",
        "resolutions":{"resolutionsPerAuthority":[{{authority}}]} }
        """;
}
