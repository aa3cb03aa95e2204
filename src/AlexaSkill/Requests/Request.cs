using System.Text.Json;

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
/// <param name="Token">What the skill has called the document, task or stream that the request is about.</param>
/// <param name="Arguments">What the document sends, on an APL UserEvent.</param>
/// <param name="Source">The component that the user did something to, on an APL UserEvent.</param>
/// <param name="Components">The values of components that the document sends along, on an APL UserEvent.</param>
/// <param name="Name">What was asked for, on a Connections.Response.</param>
/// <param name="Status">What came of it, on a Connections.Response.</param>
/// <param name="Payload">What it gave, on a Connections.Response.</param>
/// <param name="Cause">What led to it, on System.ExceptionEncountered or SessionResumedRequest.</param>
/// <param name="Errors">What the device could not show, on an APL RuntimeError.</param>
public sealed record Request(
    string? Type,
    string? RequestId,
    DateTimeOffset? Timestamp,
    string? Locale,
    string? DialogState,
    Intent? Intent,
    string? Reason,
    RequestError? Error,
    SkillEventBody? Body = null,
    string? Token = null,
    IReadOnlyList<JsonElement>? Arguments = null,
    UserEventSource? Source = null,
    IReadOnlyDictionary<string, JsonElement>? Components = null,
    string? Name = null,
    ConnectionStatus? Status = null,
    JsonElement? Payload = null,
    RequestCause? Cause = null,
    IReadOnlyList<AplError>? Errors = null)
{
    internal static Request Absent { get; } = new(null, null, null, null, null, null, null, null);
}
