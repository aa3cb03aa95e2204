using AlexaSimulator.InteractionModels;
using AlexaSkill.Requests;
using Analytics;

namespace LocalEmulator.Conversations;

/// <summary>What is said to Pet Match: its interaction models, and what users say beyond them.</summary>
internal static class PetMatchTalk
{
    public static readonly string Intent = SkillDefinition.PetMatch.HitIntent;

    public const string Pet = "pet";

    private static readonly Dictionary<(string Language, string Slot), IReadOnlyList<string>> UnknownWords = new()
    {
        [("en", Pet)] = ["goldfish", "hamster", "parrot", "pot-bellied pig", "roommate"],
        [("en", "size")] = ["like my sofa", "about 20 pounds, maybe 25", "portable", "as heavy as a pony"],
        [("en", "temperament")] = ["grumpy", "that ignores me", "nice, but not too nice", "like my uncle"],
        [("en", "energy")] = ["sleeps 24/7", "goes to the gym", "on and off", "that likes 80s music"],
        [("de", Pet)] = ["Goldfisch", "Hamster", "Papagei", "Hängebauchschwein", "Mitbewohner"],
        [("de", "size")] = ["wie mein Sofa", "ungefähr 20 Pfund", "tragbar", "wie ein Pony"],
        [("de", "temperament")] = ["mürrisch", "der mich ignoriert", "nett, aber nicht zu nett", "wie mein Onkel"],
        [("de", "energy")] = ["schläft rund um die Uhr", "geht ins Fitnessstudio", "mal so, mal so", "mit Musik der 80er"],
    };

    private static readonly Lazy<VoiceModels> Package = new(() => new VoiceModels(Repository.Find(SkillDefinition.PetMatch.ModelsFolder)));

    public static VoiceModels Models => Package.Value;

    /// <summary>The slots for which users say words that nobody knows.</summary>
    public static IReadOnlyList<string> Slots { get; } = [Pet, "size", "temperament", "energy"];

    /// <summary>Whether the skill writes a hit for a request.</summary>
    public static bool IsHit(RequestEnvelope request) => SkillTalk.IsHit(SkillDefinition.PetMatch, request);

    /// <summary>Words that users say for a slot and no value knows.</summary>
    public static IReadOnlyList<string> Unknown(string language, string slot) => UnknownWords[(language, slot)];

    /// <summary>Most people want a dog, some ask for cats, few for dragons.</summary>
    public static int PickPet(Chance chance) => chance.Below(100) switch { < 82 => 0, < 94 => 1, _ => 2 };

    /// <summary>Sentences that have nothing to do with the skill.</summary>
    public static IReadOnlyList<string> OffTopic(string language) => language == "de"
        ? ["wie wird das Wetter morgen in Berlin", "stell den Wecker auf sieben Uhr dreißig", "erzähl mir etwas über die Römer"]
        : ["how will the weather be in Boston tomorrow", "set the alarm for half past seven please", "who was the first man on the moon"];
}
