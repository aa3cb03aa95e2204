namespace LocalEmulator.Conversations;

/// <summary>A slot of the skill's main intent with the type that it takes its words from.</summary>
/// <param name="Slot">The slot's name.</param>
/// <param name="Type">The type's name.</param>
/// <param name="Values">The type's values.</param>
internal sealed record SlotType(string Slot, string Type, IReadOnlyList<SlotValue> Values)
{
    /// <summary>Finds the values that a text names, as Alexa's entity resolution does.</summary>
    /// <param name="text">What was said.</param>
    /// <returns>The values whose name or synonym it is; several where it is ambiguous, none where it is not known.</returns>
    public IReadOnlyList<SlotValue> Resolve(string text) =>
        [.. Values.Where(value => Same(value.Name, text) || value.Synonyms.Any(synonym => Same(synonym, text)))];

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A value of a slot type.</summary>
/// <param name="Name">The canonical value.</param>
/// <param name="Synonyms">The other words for it.</param>
internal sealed record SlotValue(string Name, params IReadOnlyList<string> Synonyms)
{
    /// <summary>The value's id in entity resolution.</summary>
    public string Id => Name.Replace(' ', '_');
}
