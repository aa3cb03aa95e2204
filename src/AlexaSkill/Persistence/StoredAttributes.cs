using System.Text.Json.Nodes;

namespace AlexaSkill.Persistence;

/// <summary>The attributes of one user, device or skill, as a store holds them.</summary>
/// <param name="Values">The attributes; empty where nothing is stored.</param>
/// <param name="Version">
/// What tells this state from a later one, <see cref="NoVersion"/> where there is nothing to tell from. Null where the store compares no
/// versions, or the attributes were never read: saving them replaces whatever is stored.
/// </param>
public sealed record StoredAttributes(JsonObject Values, string? Version = null)
{
    /// <summary>The version of what is not stored, or was stored without a version.</summary>
    public const string NoVersion = "none";
}
