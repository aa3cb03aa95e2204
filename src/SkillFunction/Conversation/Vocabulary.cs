using AlexaSkill.Requests;

namespace SkillFunction.Conversation;

/// <summary>The canonical values of a slot, by which catalog and analytics know them.</summary>
internal sealed class Vocabulary(params IReadOnlyList<string> values)
{
    /// <summary>The pets that nobody can find.</summary>
    public const string MythicalCreatures = "mythical creatures";

    /// <summary>The pet that can be found.</summary>
    public const string Dog = "dog";

    private const string Medium = "medium";
    private const string ShortMedium = "med";

    /// <summary>The slot pet.</summary>
    public static Vocabulary Pet { get; } = new(Dog, "cat", MythicalCreatures);

    /// <summary>The slot size.</summary>
    public static Vocabulary Size { get; } = new("tiny", "small", "medium", "large");

    /// <summary>The slot temperament.</summary>
    public static Vocabulary Temperament { get; } = new("family", "guard", "watch");

    /// <summary>The slot energy.</summary>
    public static Vocabulary Energy { get; } = new("low", Medium, "high");

    /// <summary>The canonical value of a match: its name or id if that is one, otherwise the interaction model's name for it.</summary>
    /// <returns>The value.</returns>
    public string Canonical(ResolvedValue match) => Find(match.Name) ?? Find(match.Id) ?? match.Name!;

    /// <summary>The value that was said word for word, for want of an answer from entity resolution.</summary>
    /// <returns>The value; null where other words were said, or entity resolution denied them.</returns>
    public string? Literal(Slot slot) => slot.Status == SlotStatus.NotResolved || IsShortMedium(slot.Spoken) ? Find(slot.Spoken) : null;

    private string? Find(string? text) => IsShortMedium(text) && values.Contains(Medium)
        ? Medium
        : values.FirstOrDefault(value => value.Equals(text?.Replace('_', ' '), StringComparison.OrdinalIgnoreCase));

    private static bool IsShortMedium(string? text) => ShortMedium.Equals(text, StringComparison.OrdinalIgnoreCase);
}
