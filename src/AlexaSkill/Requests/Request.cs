using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Requests;

/// <summary>The request itself, of whatever type; properties that a type lacks are null.</summary>
/// <param name="Type">LaunchRequest, IntentRequest, SessionEndedRequest, or any other.</param>
/// <param name="RequestId">Its id; a request that Alexa repeats keeps it.</param>
/// <param name="Timestamp">When Alexa sent it.</param>
/// <param name="Locale">The user's locale, such as en-US.</param>
/// <param name="DialogState">STARTED, IN_PROGRESS or COMPLETED, where the intent has a dialog.</param>
/// <param name="Intent">What the user wants, on an IntentRequest.</param>
/// <param name="Reason">USER_INITIATED, ERROR or EXCEEDED_MAX_REPROMPTS, on a SessionEndedRequest.</param>
/// <param name="Error">What went wrong, on a SessionEndedRequest or System.ExceptionEncountered.</param>
/// <param name="Body">What a skill event tells; it may lack even where its type has one.</param>
public sealed record Request(
    string? Type,
    string? RequestId,
    DateTimeOffset? Timestamp,
    string? Locale,
    string? DialogState,
    [property: JsonConverter(typeof(LenientObjectConverter<Intent>))] Intent? Intent,
    string? Reason,
    [property: JsonConverter(typeof(LenientObjectConverter<RequestError>))] RequestError? Error,
    [property: JsonConverter(typeof(LenientObjectConverter<SkillEventBody>))] SkillEventBody? Body = null)
{
    internal static Request Absent { get; } = new(null, null, null, null, null, null, null, null);
}
