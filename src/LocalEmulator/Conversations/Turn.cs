using System.Collections.Immutable;
using System.Text.Json;
using AlexaSkill.Requests;

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
/// <param name="Type">The request's type.</param>
internal abstract record Content(string Type);

/// <summary>The user opens the skill.</summary>
internal sealed record Launch() : Content(RequestTypes.Launch);

/// <summary>The session ends from the user's or Alexa's side.</summary>
/// <param name="Reason">USER_INITIATED, EXCEEDED_MAX_REPROMPTS or ERROR.</param>
/// <param name="Problem">Why Alexa refused the skill's response; null where she did not.</param>
internal sealed record SessionEnded(string Reason, string? Problem = null) : Content(RequestTypes.SessionEnded);

/// <summary>The user means something, or has said all that a dialog needs.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Slots">The slots that have a value.</param>
/// <param name="ConfirmationStatus">Whether the intent is confirmed.</param>
/// <param name="DialogState">STARTED, IN_PROGRESS or COMPLETED; null where the intent needs no dialog.</param>
internal sealed record Said(
    string Intent,
    ImmutableDictionary<string, SlotState> Slots,
    string ConfirmationStatus,
    string? DialogState) : Content(RequestTypes.Intent);
