namespace AlexaSimulator.InteractionModels;

/// <summary>What Alexa herself understands in a language, whatever the skill.</summary>
internal sealed partial record Language
{
    /// <summary>The languages that the emulator knows.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, German];

    /// <summary>The language's code, as locales begin with it.</summary>
    public required string Code { get; init; }

    /// <summary>What means a built-in intent.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> BuiltIns { get; init; }

    /// <summary>What ends a session without asking the skill.</summary>
    public required IReadOnlyList<string> Exit { get; init; }

    /// <summary>The verbs that open a skill by its name.</summary>
    public required IReadOnlyList<string> Launches { get; init; }

    /// <summary>The verbs that ask a skill for something by its name.</summary>
    public required IReadOnlyList<string> Asks { get; init; }

    /// <summary>The verbs before a skill's name.</summary>
    public IReadOnlyList<string> Calls => [.. Launches, .. Asks];

    /// <summary>The words between a skill's name and what is asked of it.</summary>
    public required IReadOnlyList<string> Connectors { get; init; }

    /// <summary>The words between what is asked and the skill's name after it.</summary>
    public required IReadOnlyList<string> Backlinks { get; init; }

    /// <summary>The words that begin a question, which is no answer to one.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>The words after which a value is not meant.</summary>
    public required IReadOnlyList<string> Negations { get; init; }

    /// <summary>What people put into a sentence without meaning anything by it.</summary>
    public required IReadOnlyList<string> Fillers { get; init; }

    public required IEnumerable<(string Phrase, string Digits)> Numbers { get; init; }

    /// <summary>Takes the ending off a word's key.</summary>
    public required Func<string, string> Stem { get; init; }

    /// <summary>Whether an utterance begins like a question.</summary>
    public bool IsQuestion(Utterance utterance) => Questions.Any(words => utterance.HasAt(0, new Utterance(words)));
}
