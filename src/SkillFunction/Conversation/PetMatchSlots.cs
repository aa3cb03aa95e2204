using AlexaSkill.Requests;
using Analytics;
using SkillFunction.Memory;
using SkillFunction.Phrases;

namespace SkillFunction.Conversation;

/// <summary>What a request says about the pet that is wanted.</summary>
/// <param name="Pet">Which animal.</param>
/// <param name="Size">How big.</param>
/// <param name="Temperament">What for.</param>
/// <param name="Energy">How lively.</param>
internal sealed record PetMatchSlots(SpokenSlot Pet, SpokenSlot Size, SpokenSlot Temperament, SpokenSlot Energy)
{
    /// <summary>The slot size's name.</summary>
    public const string SizeName = "size";

    /// <summary>The slot temperament's name.</summary>
    public const string TemperamentName = "temperament";

    /// <summary>The slot energy's name.</summary>
    public const string EnergyName = "energy";

    /// <summary>The slot pet's name.</summary>
    public const string PetName = "pet";

    /// <summary>The names of the slots without which no breed can be found, in the order in which they are asked for.</summary>
    public static IReadOnlyList<string> RequiredNames { get; } = [SizeName, TemperamentName, EnergyName];

    /// <summary>The names of all slots.</summary>
    public static IReadOnlyList<string> Names { get; } = [PetName, .. RequiredNames];

    /// <summary>The slots without which no breed can be found.</summary>
    public IReadOnlyList<SpokenSlot> Required => [Size, Temperament, Energy];

    /// <summary>All slots.</summary>
    public IReadOnlyList<SpokenSlot> All => [Pet, .. Required];

    /// <summary>Whether a mythical creature is wanted.</summary>
    public bool IsMythical => Pet.Meanings.Contains(Vocabulary.MythicalCreatures);

    /// <summary>Whether an animal is wanted that is no dog.</summary>
    public bool IsNoDog => Pet.IsSaid && Pet.Value != Vocabulary.Dog;

    /// <summary>What was said and is not known, as <c>slot=text</c> joined by <c>; </c>; null where everything is known.</summary>
    public string? Unmatched
    {
        get
        {
            var unknown = All.Where(slot => slot.IsUnknown).Select(slot => $"{slot.Name}={slot.Spoken}");
            return string.Join("; ", unknown) is { Length: > 0 } unmatched ? unmatched : null;
        }
    }

    /// <summary>The look-up's key; only where every required slot has a value.</summary>
    public string BreedKey => BreedCatalog.Key(Size.Value!, Temperament.Value!, Energy.Value!);

    /// <summary>The match that a breed is for this wish; only where every required slot has a value.</summary>
    /// <param name="breed">The breed.</param>
    /// <returns>The match.</returns>
    public LastMatch ToMatch(string breed) => new(breed, Size.Value!, Temperament.Value!, Energy.Value!);

    /// <summary>The wish in words, as a sentence's object; only where every required slot has a value.</summary>
    /// <param name="voice">Whose words.</param>
    /// <returns>The words.</returns>
    public string WishIn(Voice voice) => voice.Wish(Size.Value!, Temperament.Value!, Energy.Value!, isObject: true);

    /// <summary>Reads the slots of an intent.</summary>
    /// <param name="intent">The intent, if the request has one.</param>
    /// <returns>The slots.</returns>
    public static PetMatchSlots Read(Intent? intent) => new(
        SpokenSlot.Read(intent, PetName, Vocabulary.Pet),
        SpokenSlot.Read(intent, SizeName, Vocabulary.Size),
        SpokenSlot.Read(intent, TemperamentName, Vocabulary.Temperament),
        SpokenSlot.Read(intent, EnergyName, Vocabulary.Energy));
}
