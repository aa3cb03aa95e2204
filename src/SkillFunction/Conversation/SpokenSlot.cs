using AlexaSkill.Requests;
using Analytics;

namespace SkillFunction.Conversation;

/// <summary>What a request says in one slot.</summary>
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

    /// <summary>The slot as Alexa shall go on with it; it has a value.</summary>
    /// <returns>The slot.</returns>
    public Slot ToSlot()
    {
        var value = new ResolvedValueWrapper(new ResolvedValue(Value, Value!.Replace(' ', '_')));
        var match = new Resolution(null, new ResolutionStatus("ER_SUCCESS_MATCH"), [value]);
        return new Slot(Name, Spoken ?? Value, "NONE", "USER", IsValid ? new Resolutions([match]) : null, null);
    }

    /// <summary>Reads a slot.</summary>
    /// <param name="intent">The intent, if the request has one.</param>
    /// <param name="name">The slot's name.</param>
    /// <param name="vocabulary">The slot's canonical values.</param>
    /// <returns>What it says.</returns>
    public static SpokenSlot Read(Intent? intent, string name, Vocabulary vocabulary)
    {
        if (intent?.Slot(name) is not { } slot)
        {
            return new SpokenSlot(name, null, [], false);
        }

        string[] matches = [.. slot.Matches.Select(vocabulary.Canonical).Distinct(StringComparer.Ordinal)];
        return matches.Length > 0
            ? new SpokenSlot(name, slot.Spoken, matches, true)
            : new SpokenSlot(name, slot.Spoken, vocabulary.Literal(slot) is { } value ? [value] : [], false);
    }
}
