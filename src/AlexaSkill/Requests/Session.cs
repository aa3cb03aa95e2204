using System.Text.Json;

namespace AlexaSkill.Requests;

/// <summary>A conversation with the skill.</summary>
/// <param name="New">Whether this request opened it.</param>
/// <param name="SessionId">Its id.</param>
/// <param name="Attributes">What the skill's last response asked to keep.</param>
/// <param name="Application">The skill.</param>
/// <param name="User">The user.</param>
public sealed record Session(
    bool? New,
    string? SessionId,
    IReadOnlyDictionary<string, JsonElement>? Attributes,
    Application? Application,
    User? User);
