namespace LocalEmulator.Conversations;

/// <summary>The words that users say to Pet Match.</summary>
internal static class Vocabulary
{
    /// <summary>The intent that a pet is asked for with.</summary>
    public const string PetMatchIntent = "PetMatchIntent";

    /// <summary>The kinds of animal.</summary>
    public static SlotType Pet { get; } = new("pet", "petType",
    [
        new("dog", "puppy", "doggie", "canine"),
        new("cat", "kitty", "kitten"),
        new("mythical creatures", "unicorn", "chimera", "dragon", "phoenix", "troll", "mermaid"),
    ]);

    /// <summary>The sizes; "mini" names two of them.</summary>
    public static SlotType Size { get; } = new("size", "sizeType",
    [
        new("large", "huge", "truck", "gigantic", "eat me out of house", "scary big", "ginormous", "ride", "waist height"),
        new("medium", "bigger than a cat", "on the bed", "up to my knees", "average"),
        new("small", "little", "mini", "take on an airplane"),
        new(
            "tiny", "cheap to feed", "teacup", "mini", "pocket", "memo sized", "yippy", "carry in my purse", "put in my pocket",
            "itty bitty"),
    ]);

    /// <summary>The temperaments.</summary>
    public static SlotType Temperament { get; } = new("temperament", "temperamentType",
    [
        new("watch", "adult", "barks at people", "watch dog"),
        new("guard", "to protect me", "protective", "guard dog"),
        new("family", "is kid friendly", "good with kids", "family friends", "gentle with kids", "family dog"),
    ]);

    /// <summary>The levels of energy.</summary>
    public static SlotType Energy { get; } = new("energy", "energyType",
    [
        new("low", "to cuddle with", "to watch netflix with", "lazy"),
        new("medium", "for my apartment", "fun to play with", "tug of war", "plays tug of war"),
        new("high", "that I can run with", "play frisbee", "run", "hike", "go hiking", "play fetch", "energetic", "high energy"),
    ]);

    /// <summary>The slots that the dialog asks for, in its order.</summary>
    public static IReadOnlyList<SlotType> Required { get; } = [Size, Temperament, Energy];

    /// <summary>All slots.</summary>
    public static IReadOnlyList<SlotType> All { get; } = [Pet, .. Required];

    /// <summary>Words that users say for each slot and no value knows.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Unknown { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Pet.Slot] = ["goldfish", "hamster", "parrot", "pot-bellied pig", "roommate"],
        [Size.Slot] = ["like my sofa", "about 20 pounds, maybe 25", "normal", "as big as a pony"],
        [Temperament.Slot] = ["grumpy", "that ignores me", "calm, but not too calm", "like my uncle"],
        [Energy.Slot] = ["sleeps 24/7", "goes to the gym", "on and off", "that likes 80s music"],
    };
}
