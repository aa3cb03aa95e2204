using System.Collections.Immutable;
using System.Text.Json;

namespace LocalEmulator.Conversations;

/// <summary>What goes to the skill at one point of a session.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="SessionId">The session's id.</param>
/// <param name="NewSession">Whether the session begins here.</param>
/// <param name="Attributes">The session attributes; null where there are none.</param>
/// <param name="Time">When.</param>
/// <param name="Content">What.</param>
internal sealed record Turn(
    string RequestId,
    string SessionId,
    bool NewSession,
    JsonElement? Attributes,
    DateTimeOffset Time,
    Content Content);

/// <summary>What a request says.</summary>
internal abstract record Content;

/// <summary>The user opens the skill.</summary>
internal sealed record Launch : Content;

/// <summary>The session ends from the user's or Alexa's side.</summary>
/// <param name="Reason">USER_INITIATED, EXCEEDED_MAX_REPROMPTS or ERROR.</param>
internal sealed record SessionEnded(string Reason) : Content;

/// <summary>The user means something, or has said all that a dialog needs.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Slots">The slots that have a value.</param>
/// <param name="ConfirmationStatus">Whether the intent is confirmed.</param>
/// <param name="DialogState">STARTED, IN_PROGRESS or COMPLETED; null where the intent needs no dialog.</param>
internal sealed record Said(
    string Intent,
    ImmutableDictionary<string, SlotState> Slots,
    string ConfirmationStatus,
    string? DialogState) : Content;
