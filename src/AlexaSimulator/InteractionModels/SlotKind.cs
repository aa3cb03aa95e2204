namespace AlexaSimulator.InteractionModels;

/// <summary>How a slot type is heard: the phrases that it knows, and how much else it takes.</summary>
internal sealed class SlotKind
{
    /// <summary>The longest phrase that any type takes without knowing it, in words; whole sentences are no value.</summary>
    public const int LongestUnknownPhrase = 6;

    private const int LongestFirstName = 2; // words, as in "Mary Ann"

    private readonly Lexicon<string>? numbers;
    private readonly Lexicon<SlotValue>? values;

    private SlotKind(Lexicon<SlotValue>? values = null, Lexicon<string>? numbers = null, int longestUnknown = 0)
    {
        this.values = values;
        this.numbers = numbers;
        LongestUnknown = longestUnknown;
    }

    public int LongestKnown => values?.LongestPhrase ?? numbers?.LongestPhrase ?? 0;

    /// <summary>The longest phrase that it takes without knowing it, in words; 0 = it takes only what it knows.</summary>
    public int LongestUnknown { get; }

    /// <summary>Whether it is a type of the model: only those resolve what was said to values.</summary>
    public bool IsCustom => values is not null;

    public static SlotKind Custom(SlotType type, Language language) => new(
        values: new Lexicon<SlotValue>(type.Values.SelectMany(value => value.Phrases.Select(phrase => (phrase, value))), language.Stem),
        longestUnknown: LongestUnknownPhrase);

    public static SlotKind? BuiltIn(string type, Language language) => type switch
    {
        "AMAZON.NUMBER" => new SlotKind(numbers: new Lexicon<string>(language.Numbers)),
        "AMAZON.FirstName" => new SlotKind(longestUnknown: LongestFirstName),
        _ => null,
    };

    /// <summary>Whether a phrase is known, by the keys of its words or by their stems.</summary>
    public bool Knows(string key, string stems) => values is not null
        ? values.Knows(key) || values.KnowsStems(stems)
        : numbers is not null && (numbers.Knows(key) || key.All(char.IsAsciiDigit));

    /// <summary>The slot's value as Alexa writes what was said: numbers in digits, names as they are, all else in small letters.</summary>
    public string Written(string said) => (IsCustom, numbers) switch
    {
        (true, _) => said.ToLowerInvariant(),
        (_, not null) => numbers.Meanings(said).FirstOrDefault(said),
        _ => said,
    };

    public IReadOnlyList<SlotValue> Resolve(string said) => values?.Meanings(said) ?? [];
}
