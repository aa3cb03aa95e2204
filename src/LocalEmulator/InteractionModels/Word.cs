using System.Text;

namespace LocalEmulator.InteractionModels;

/// <summary>A word of what is said.</summary>
/// <param name="Key">What words are compared by: small letters, straight apostrophes, ß as ss.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends in the text.</param>
internal readonly record struct Word(string Key, int Start, int End)
{
    /// <summary>The words of a text: letters, digits and the apostrophes between them; everything else parts words.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its words.</returns>
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
                words.Add(new Word(KeyOf(text[start..end]), start, end));
            }

            start = end + 1;
        }

        return words;
    }

    /// <summary>What phrases are compared by.</summary>
    /// <param name="phrase">Any phrase.</param>
    /// <returns>The keys of its words, a space apart.</returns>
    public static string KeysOf(string phrase) => string.Join(' ', Of(phrase).Select(word => word.Key));

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

        return key.Replace("ß", "ss").ToString();
    }
}
