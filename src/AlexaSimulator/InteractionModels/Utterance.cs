namespace AlexaSimulator.InteractionModels;

/// <summary>What is said, cut into words.</summary>
internal sealed class Utterance
{
    private readonly string text;
    private readonly IReadOnlyList<Word> words;
    private readonly Dictionary<(int Start, int Count), string> keys = [];

    public Utterance(string text)
        : this(text, null)
    {
    }

    private Utterance(string text, IReadOnlyList<Word>? words)
    {
        this.text = text;
        this.words = words ?? Word.Of(text);
    }

    public int Count => words.Count;

    public string this[int index] => words[index].Key;

    /// <summary>The keys of some of its words, a space apart.</summary>
    public string Key(int start, int count)
    {
        if (!keys.TryGetValue((start, count), out var key))
        {
            keys[(start, count)] = key = string.Join(' ', words.Skip(start).Take(count).Select(word => word.Key));
        }

        return key;
    }

    /// <summary>Some of its words as they were said, a space apart unless a hyphen or nothing parts them.</summary>
    public string Said(int start, int count) => string.Concat(Enumerable.Range(start, count).Select(index =>
        (index == start ? "" : Joint(index)) + text[words[index].Start..words[index].End].Replace('\u2019', '\'')));

    public Utterance Slice(int start, int end) => new(text, [.. words.Skip(start).Take(end - start)]);

    /// <summary>An utterance of those words that meet a condition.</summary>
    public Utterance Where(Func<int, bool> keeps) => new(text, [.. words.Where((_, index) => keeps(index))]);

    /// <summary>Whether some words stand at a place.</summary>
    public bool HasAt(int start, Utterance phrase) =>
        start >= 0 && start + phrase.Count <= Count && Key(start, phrase.Count) == phrase.Key(0, phrase.Count);

    /// <summary>Whether a word is the second half of a contraction.</summary>
    public bool IsJoined(int index) => index > 0 && words[index - 1].End == words[index].Start;

    private string Joint(int index) => text[words[index - 1].End..words[index].Start] switch { "-" => "-", "" => "", _ => " " };
}
