using System.Text.Json;

namespace AlexaSkill.Requests;

/// <summary>What led to a request: the request whose answer Alexa could not use, or the task after which a session goes on.</summary>
/// <param name="RequestId">The other request's id, on System.ExceptionEncountered.</param>
/// <param name="Type">ConnectionCompleted, on SessionResumedRequest.</param>
/// <param name="Token">What the task was started with.</param>
/// <param name="Status">What came of the task.</param>
/// <param name="Result">What the task gave.</param>
public sealed record RequestCause(
    string? RequestId,
    string? Type,
    string? Token,
    ConnectionStatus? Status,
    JsonElement? Result);
