namespace AlexaSimulator.InteractionModels;

/// <summary>The phrases that a slot type knows.</summary>
internal sealed class Lexicon<T>
{
    private readonly Dictionary<string, List<T>> meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<T>> inflected = new(StringComparer.Ordinal);
    private readonly Func<string, string>? stem;

    public Lexicon(IEnumerable<(string Phrase, T Meaning)> entries, Func<string, string>? stem = null)
    {
        this.stem = stem;
        foreach (var (phrase, meaning) in entries)
        {
            var key = Word.KeysOf(phrase);
            LongestPhrase = Math.Max(LongestPhrase, key.Count(' '.Equals) + 1);
            Add(meanings, key, meaning);
            if (stem is not null)
            {
                Add(inflected, Stem(key), meaning);
            }
        }
    }

    public int LongestPhrase { get; }

    /// <summary>Whether a phrase is known as it stands, by the keys of its words, a space apart.</summary>
    public bool Knows(string key) => meanings.ContainsKey(key);

    /// <summary>Whether a phrase is known but for endings, by the stems of its words, a space apart.</summary>
    public bool KnowsStems(string stems) => inflected.ContainsKey(stems);

    /// <summary>What a phrase means.</summary>
    public IReadOnlyList<T> Meanings(string phrase)
    {
        var key = Word.KeysOf(phrase);
        return meanings.GetValueOrDefault(key) ?? (stem is null ? null : inflected.GetValueOrDefault(Stem(key))) ?? [];
    }

    private static void Add(Dictionary<string, List<T>> phrases, string key, T meaning)
    {
        if (!phrases.TryGetValue(key, out var known))
        {
            phrases[key] = known = [];
        }

        if (!known.Contains(meaning))
        {
            known.Add(meaning);
        }
    }

    private string Stem(string key) => string.Join(' ', key.Split(' ').Select(stem!));
}
