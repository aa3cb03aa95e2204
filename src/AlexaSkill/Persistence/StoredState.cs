namespace AlexaSkill.Persistence;

/// <summary>
/// The state that a store was in when attributes were read or saved. A save or deletion that names it counts only while the store is still
/// in that state.
/// </summary>
/// <param name="Exists">Whether attributes were stored.</param>
/// <param name="Tag">What the store's adapter tells this state from another one by; null where there is nothing to tell it by.</param>
/// <param name="IsDue">Whether the attributes should be saved even if they do not change, so that their time to live starts again.</param>
public sealed record StoredState(bool Exists, object? Tag = null, bool IsDue = false);
