namespace LocalEmulator.InteractionModels;

/// <summary>The phrases that a slot type knows.</summary>
/// <typeparam name="T">What a phrase means.</typeparam>
internal sealed class Lexicon<T>
{
    private readonly Dictionary<string, List<T>> meanings = new(StringComparer.Ordinal);

    /// <summary>Makes a lexicon.</summary>
    /// <param name="entries">The phrases with what they mean; one phrase may mean several things.</param>
    public Lexicon(IEnumerable<(string Phrase, T Meaning)> entries)
    {
        foreach (var (phrase, meaning) in entries)
        {
            var key = Word.KeysOf(phrase);
            LongestPhrase = Math.Max(LongestPhrase, key.Count(' '.Equals) + 1);
            if (!meanings.TryGetValue(key, out var known))
            {
                meanings[key] = known = [];
            }

            if (!known.Contains(meaning))
            {
                known.Add(meaning);
            }
        }
    }

    /// <summary>The longest phrase, in words.</summary>
    public int LongestPhrase { get; }

    /// <summary>Whether a phrase is known.</summary>
    /// <param name="key">The keys of its words, a space apart.</param>
    /// <returns>Whether it is.</returns>
    public bool Knows(string key) => meanings.ContainsKey(key);

    /// <summary>What a phrase means.</summary>
    /// <param name="phrase">The phrase as it was said.</param>
    /// <returns>Its meanings in the order of the model; none where it is not known.</returns>
    public IReadOnlyList<T> Meanings(string phrase) => meanings.GetValueOrDefault(Word.KeysOf(phrase)) ?? [];
}
