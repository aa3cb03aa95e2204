using System.Text.Json;

namespace AlexaSimulator.Sessions;

/// <summary>What Alexa keeps from one turn of a session to the next.</summary>
/// <param name="SessionId">The session's id.</param>
/// <param name="Attributes">The skill's session attributes; null where it has none.</param>
/// <param name="Dialog">The dialog that is open; null where none is.</param>
public sealed record SessionState(string SessionId, IReadOnlyDictionary<string, JsonElement>? Attributes = null, Dialog? Dialog = null);
