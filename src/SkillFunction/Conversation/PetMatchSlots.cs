using AlexaSkill.Requests;
using Analytics;
using SkillFunction.Memory;
using SkillFunction.Phrases;

namespace SkillFunction.Conversation;

/// <summary>What a user has said about the pet that is wanted.</summary>
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

    /// <summary>Nothing was said.</summary>
    public static PetMatchSlots Nothing { get; } = From(SpokenSlot.Unsaid);

    /// <summary>The slots without which no breed can be found.</summary>
    public IReadOnlyList<SpokenSlot> Required => [Size, Temperament, Energy];

    /// <summary>All slots.</summary>
    public IReadOnlyList<SpokenSlot> All => [Pet, .. Required];

    /// <summary>The slot to ask for: the first that was said and is not clear, else the first that was not said; null where all are clear.</summary>
    public SpokenSlot? Open => Required.FirstOrDefault(slot => slot.IsAmbiguous || slot.IsUnknown) ?? Required.FirstOrDefault(slot => !slot.IsSaid);

    /// <summary>Whether anything was said.</summary>
    public bool IsSaid => All.Any(slot => slot.IsSaid);

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

    /// <summary>The look-up's key; only where no slot is open.</summary>
    public string BreedKey => BreedCatalog.Key(Size.Value!, Temperament.Value!, Energy.Value!);

    /// <summary>A slot by its name, one of <see cref="Names"/>.</summary>
    public SpokenSlot this[string name] => All.First(slot => slot.Name == name);

    /// <summary>Makes each slot from its name.</summary>
    public static PetMatchSlots From(Func<string, SpokenSlot> slot) => new(slot(PetName), slot(SizeName), slot(TemperamentName), slot(EnergyName));

    /// <summary>Reads the slots of an intent; what was said before and not anew stays.</summary>
    public static PetMatchSlots Read(Intent? intent, PetMatchSlots known) => new(
        SpokenSlot.Read(intent, Vocabulary.Pet, known.Pet),
        SpokenSlot.Read(intent, Vocabulary.Size, known.Size),
        SpokenSlot.Read(intent, Vocabulary.Temperament, known.Temperament),
        SpokenSlot.Read(intent, Vocabulary.Energy, known.Energy));

    /// <summary>All but one slot, as if that had not been said.</summary>
    public PetMatchSlots Without(string name) => From(other => other == name ? SpokenSlot.Unsaid(name) : this[other]);

    /// <summary>The match that a breed is for this wish; only where no slot is open.</summary>
    public LastMatch ToMatch(string breed) => new(breed, Size.Value!, Temperament.Value!, Energy.Value!);

    /// <summary>The wish in words, as a sentence's object; only where no slot is open.</summary>
    public string WishIn(Voice voice) => voice.Wish(Size.Value!, Temperament.Value!, Energy.Value!, isObject: true);

    /// <summary>The intent with all that was said, for a dialog that goes on.</summary>
    public Intent ToIntent() => new(PetMatchHandler.IntentName, "NONE", All.ToDictionary(slot => slot.Name, slot => slot.ToSlot()));
}
