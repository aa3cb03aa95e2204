using System.Text;
using System.Xml;

namespace AlexaSkill.Responses;

/// <summary>Makes SSML: of plain text, or of what is SSML already.</summary>
public static class Ssml
{
    /// <summary>Makes an SSML document of plain text: markup is escaped, white space trimmed and each run of it one space.</summary>
    /// <param name="text">Plain text; entities in it are spoken as they are written.</param>
    /// <returns><c>&lt;speak&gt;…&lt;/speak&gt;</c>.</returns>
    public static string Speak(string text) => $"<speak>{Escape(text)}</speak>";

    /// <summary>Makes an SSML document of SSML that was written by hand.</summary>
    /// <param name="ssml">SSML, with or without <c>&lt;speak&gt;</c> around it.</param>
    /// <returns><c>&lt;speak&gt;…&lt;/speak&gt;</c>.</returns>
    /// <exception cref="FormatException">It is not well-formed; the message names the place and nothing of the content.</exception>
    public static string Document(string ssml)
    {
        var trimmed = ssml.Trim();
        var document = trimmed.StartsWith("<speak", StringComparison.Ordinal) ? trimmed : $"<speak>{trimmed}</speak>";
        try
        {
            using var reader = Reader(document);
            while (reader.Read())
            {
            }

            return document;
        }
        catch (XmlException broken)
        {
            throw new FormatException(
                $"The SSML is not well-formed at line {broken.LineNumber}, character {broken.LinePosition}: close every element, and escape "
                + $"texts with {nameof(Ssml)}.{nameof(Escape)}.");
        }
    }

    /// <summary>Shortens an SSML document, at the end of a sentence if one is near, else after a word; it stays well-formed.</summary>
    /// <param name="document">A well-formed document.</param>
    /// <param name="maxLength">The most characters, tags included.</param>
    /// <returns>The document, the same one where it is short enough.</returns>
    public static string Shorten(string document, int maxLength) => SsmlShortener.Shorten(document, maxLength);

    /// <summary>Escapes plain text for use inside SSML; apostrophes and quotes stay, as element text needs no more.</summary>
    /// <param name="text">Plain text.</param>
    /// <returns>The text with <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> escaped and white space tidied.</returns>
    public static string Escape(string text)
    {
        var ssml = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => ssml.Append("&amp;"),
                '<' => ssml.Append("&lt;"),
                '>' => ssml.Append("&gt;"),
                _ when !IsSpace(character) => ssml.Append(character),
                _ when ssml.Length > 0 && ssml[^1] != ' ' => ssml.Append(' '),
                _ => ssml,
            };
        }

        return ssml.ToString().TrimEnd(' ');
    }

    /// <summary>Reads a document; prefixes such as that of amazon:effect are declared nowhere, and need not be.</summary>
    internal static XmlReader Reader(string document) => new XmlTextReader(new StringReader(document))
    {
        Namespaces = false,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <summary>Whether it is white space, or one of the control characters that XML cannot hold.</summary>
    private static bool IsSpace(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || character is '\uFFFE' or '\uFFFF';
}
