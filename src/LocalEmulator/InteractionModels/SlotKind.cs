namespace LocalEmulator.InteractionModels;

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

    /// <summary>The longest phrase that it knows, in words.</summary>
    public int LongestKnown => values?.LongestPhrase ?? numbers?.LongestPhrase ?? 0;

    /// <summary>The longest phrase that it takes without knowing it, in words; 0 = it takes only what it knows.</summary>
    public int LongestUnknown { get; }

    /// <summary>Whether it is a type of the model: only those resolve what was said to values.</summary>
    public bool IsCustom => values is not null;

    /// <summary>The kind of a type of the model.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The kind.</returns>
    public static SlotKind Custom(SlotType type) => new(
        values: new Lexicon<SlotValue>(type.Values.SelectMany(value => value.Phrases.Select(phrase => (phrase, value)))),
        longestUnknown: LongestUnknownPhrase);

    /// <summary>The kind of a built-in type.</summary>
    /// <param name="type">The type's name.</param>
    /// <param name="language">The language that is spoken.</param>
    /// <returns>The kind; null where the emulator does not know the type.</returns>
    public static SlotKind? BuiltIn(string type, Language language) => type switch
    {
        "AMAZON.NUMBER" => new SlotKind(numbers: new Lexicon<string>(language.Numbers)),
        "AMAZON.FirstName" => new SlotKind(longestUnknown: LongestFirstName),
        _ => null,
    };

    /// <summary>Whether a phrase is known.</summary>
    /// <param name="key">The keys of its words, a space apart.</param>
    /// <returns>Whether it is.</returns>
    public bool Knows(string key) => values?.Knows(key) ?? (numbers is not null && (numbers.Knows(key) || key.All(char.IsAsciiDigit)));

    /// <summary>The slot's value as Alexa writes what was said: numbers in digits, names as they are, all else in small letters.</summary>
    /// <param name="said">What was said.</param>
    /// <returns>The value.</returns>
    public string Written(string said) => (IsCustom, numbers) switch
    {
        (true, _) => said.ToLowerInvariant(),
        (_, not null) => numbers.Meanings(said).FirstOrDefault(said),
        _ => said,
    };

    /// <summary>Resolves what was said.</summary>
    /// <param name="said">What was said.</param>
    /// <returns>The values that it names; several where it is ambiguous, none where it is not known.</returns>
    public IReadOnlyList<SlotValue> Resolve(string said) => values?.Meanings(said) ?? [];
}
