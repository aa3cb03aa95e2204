namespace LocalEmulator.InteractionModels;

/// <summary>What is said, cut into words.</summary>
internal sealed class Utterance
{
    private readonly string text;
    private readonly IReadOnlyList<Word> words;
    private readonly Dictionary<(int Start, int Count), string> keys = [];

    /// <summary>Cuts what is said into words.</summary>
    /// <param name="text">What is said.</param>
    public Utterance(string text)
        : this(text, null)
    {
    }

    private Utterance(string text, IReadOnlyList<Word>? words)
    {
        this.text = text;
        this.words = words ?? Word.Of(text);
    }

    /// <summary>How many words it has.</summary>
    public int Count => words.Count;

    /// <summary>A word's key.</summary>
    /// <param name="index">Which word.</param>
    public string this[int index] => words[index].Key;

    /// <summary>The keys of some of its words, a space apart.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="count">How many words; none gives the empty text.</param>
    /// <returns>The keys.</returns>
    public string Key(int start, int count)
    {
        if (count == 0)
        {
            return "";
        }

        if (!keys.TryGetValue((start, count), out var key))
        {
            keys[(start, count)] = key = count == 1 ? words[start].Key : $"{Key(start, count - 1)} {words[start + count - 1].Key}";
        }

        return key;
    }

    /// <summary>Some of its words as they were said, a space apart unless a hyphen joins them.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="count">How many words.</param>
    /// <returns>The words.</returns>
    public string Said(int start, int count) => string.Concat(Enumerable.Range(start, count).Select(index =>
        (index == start ? "" : Joint(index)) + text[words[index].Start..words[index].End].Replace('\u2019', '\'')));

    /// <summary>Some of its words as an utterance.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="end">The word after the last one.</param>
    /// <returns>The utterance.</returns>
    public Utterance Slice(int start, int end) => new(text, [.. words.Skip(start).Take(end - start)]);

    /// <summary>Whether some words stand at a place.</summary>
    /// <param name="start">The place.</param>
    /// <param name="phrase">The words.</param>
    /// <returns>Whether they do.</returns>
    public bool HasAt(int start, Utterance phrase) =>
        start >= 0 && start + phrase.Count <= Count && Key(start, phrase.Count) == phrase.Key(0, phrase.Count);

    private string Joint(int index) => text[words[index - 1].End..words[index].Start] is "-" ? "-" : " ";
}
