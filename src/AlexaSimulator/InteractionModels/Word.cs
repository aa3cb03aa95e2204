using System.Text;

namespace AlexaSimulator.InteractionModels;

internal readonly record struct Word(string Key, int Start, int End)
{
    /// <summary>What English speakers shorten, by how it sounds: "I'd" is "I would". Models and users write it either way.</summary>
    private static readonly (string Short, string Full)[] Contractions =
    [
        ("n't", "not"), ("'s", "is"), ("'re", "are"), ("'m", "am"), ("'d", "would"), ("'ll", "will"), ("'ve", "have"),
    ];

    /// <summary>The words of a text: letters, digits and the apostrophes between them; everything else parts words.</summary>
    public static IReadOnlyList<Word> Of(string text)
    {
        var words = new List<Word>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && IsPartOfWord(text, end))
            {
                end++;
            }

            if (end > start)
            {
                words.AddRange(Full(KeyOf(text[start..end]), start, end));
            }

            start = end + 1;
        }

        return words;
    }

    /// <summary>What phrases are compared by.</summary>
    public static string KeysOf(string phrase) => string.Join(' ', Of(phrase).Select(word => word.Key));

    private static IEnumerable<Word> Full(string key, int start, int end)
    {
        foreach (var (shortened, full) in Contractions)
        {
            if (key.Length > shortened.Length && key.EndsWith(shortened, StringComparison.Ordinal))
            {
                var joint = end - shortened.Length;
                return [new Word(key[..^shortened.Length], start, joint), new Word(full, joint, end)];
            }
        }

        return [new Word(key.Replace("ß", "ss", StringComparison.Ordinal), start, end)];
    }

    private static bool IsPartOfWord(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || (IsApostrophe(text[at]) && IsLetter(text, at - 1) && IsLetter(text, at + 1));

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);

    private static bool IsApostrophe(char character) => character is '\'' or '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4';

    private static string KeyOf(string word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var character in word)
        {
            key.Append(IsApostrophe(character) ? '\'' : char.ToLowerInvariant(character));
        }

        return key.ToString();
    }
}
