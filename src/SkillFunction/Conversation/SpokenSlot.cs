using AlexaSkill.Requests;
using Analytics;

namespace SkillFunction.Conversation;

/// <summary>What a user has said in one slot.</summary>
/// <param name="Name">The slot's name.</param>
/// <param name="Spoken">What was said; null where nothing was.</param>
/// <param name="Meanings">The canonical values that it may mean, the best first; empty where it is not known.</param>
/// <param name="IsValid">Whether entity resolution matched.</param>
internal sealed record SpokenSlot(string Name, string? Spoken, IReadOnlyList<string> Meanings, bool IsValid)
{
    /// <summary>The canonical value; null where the slot was not said or is not known.</summary>
    public string? Value => Meanings.Count > 0 ? Meanings[0] : null;

    /// <summary>Whether something was said.</summary>
    public bool IsSaid => Spoken is not null || Meanings.Count > 0;

    /// <summary>Whether something was said that nobody knows.</summary>
    public bool IsUnknown => IsSaid && Meanings.Count == 0;

    /// <summary>Whether several values may be meant.</summary>
    public bool IsAmbiguous => Meanings.Count > 1;

    /// <summary>What the hit tells about the slot; null where it was not said.</summary>
    public SlotHit? Hit => IsSaid ? new SlotHit(IsValid ? Value : Spoken, Spoken, IsValid) : null;

    /// <summary>A slot in which nothing was said.</summary>
    public static SpokenSlot Unsaid(string name) => new(name, null, [], IsValid: false);

    /// <summary>
    /// Reads a slot. Alexa may bring back a slot of an earlier turn with its value alone: what is known of it then holds.
    /// </summary>
    public static SpokenSlot Read(Intent? intent, Vocabulary vocabulary, SpokenSlot known)
    {
        if (intent?.Slot(known.Name) is not { } slot)
        {
            return known;
        }

        string[] matches = [.. slot.Matches.Select(vocabulary.Canonical).Distinct(StringComparer.Ordinal)];
        if (matches.Length > 0)
        {
            return new SpokenSlot(known.Name, slot.Spoken, matches, IsValid: true);
        }

        return slot.Spoken is not { } spoken || (slot.Status == SlotStatus.NotResolved && known.IsSpoken(spoken))
            ? known
            : new SpokenSlot(known.Name, spoken, vocabulary.Literal(slot) is { } value ? [value] : [], IsValid: false);
    }

    /// <summary>The slot as Alexa shall go on with it; she takes no more than its value.</summary>
    public Slot ToSlot() => new(Name, Spoken ?? Value, "NONE", null, null, null);

    private bool IsSpoken(string text) => text.Equals(Spoken ?? Value, StringComparison.OrdinalIgnoreCase);
}
