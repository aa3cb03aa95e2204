namespace AlexaSkill.Requests;

/// <summary>What the user wants.</summary>
/// <param name="Name">The intent's name in the interaction model.</param>
/// <param name="ConfirmationStatus">NONE, CONFIRMED or DENIED.</param>
/// <param name="Slots">The intent's slots; null where it has none.</param>
public sealed record Intent(
    string? Name,
    string? ConfirmationStatus,
    IReadOnlyDictionary<string, Slot>? Slots)
{
    /// <summary>Finds a slot by its key or, where no key fits, by its name.</summary>
    /// <param name="name">The slot's name in the interaction model.</param>
    /// <returns>The slot, or null.</returns>
    public Slot? Slot(string name) => Slots is null
        ? null
        : Slots.TryGetValue(name, out var slot) ? slot : Slots.Values.FirstOrDefault(other => other.Name == name);
}
