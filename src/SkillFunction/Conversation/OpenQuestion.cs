using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace SkillFunction.Conversation;

/// <summary>The question that a yes or no answers: it travels with the session, and only the very next request finds it.</summary>
internal static class OpenQuestion
{
    private const string Name = "question";
    private const string ForgetMeValue = "forgetMe";

    /// <summary>The session attributes of an answer that asks whether to forget the user.</summary>
    public static IReadOnlyDictionary<string, JsonElement> ForgetMe { get; } =
        new Dictionary<string, JsonElement> { [Name] = JsonElement.Parse($"\"{ForgetMeValue}\"") };

    /// <summary>Takes the question away, answered or not.</summary>
    /// <param name="sessionAttributes">The session's attributes.</param>
    public static void Close(JsonObject sessionAttributes) => sessionAttributes.Remove(Name);

    /// <summary>Whether the last answer asked whether to forget the user.</summary>
    /// <param name="envelope">The request.</param>
    /// <returns>Whether it did.</returns>
    public static bool IsForgetMe(RequestEnvelope envelope) =>
        envelope.Session?.Attributes?.TryGetValue(Name, out var question) == true
        && question.ValueKind == JsonValueKind.String
        && question.ValueEquals(ForgetMeValue);
}
