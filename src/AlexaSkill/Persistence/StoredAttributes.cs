using System.Text.Json.Nodes;

namespace AlexaSkill.Persistence;

/// <summary>The attributes of one user, device or skill, as a store holds them.</summary>
/// <param name="Values">The attributes; empty where nothing is stored.</param>
/// <param name="State">
/// The state of the store that they were read in. Null where the store compares no states, or the attributes were never read: saving them
/// replaces whatever is stored.
/// </param>
public sealed record StoredAttributes(JsonObject Values, StoredState? State = null);
