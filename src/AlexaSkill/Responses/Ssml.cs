using System.Text;

namespace AlexaSkill.Responses;

/// <summary>Turns plain text into SSML.</summary>
public static class Ssml
{
    /// <summary>Makes an SSML document of plain text: markup is escaped, white space trimmed and each run of it one space.</summary>
    /// <param name="text">Plain text; entities in it are spoken as they are written.</param>
    /// <returns><c>&lt;speak&gt;…&lt;/speak&gt;</c>.</returns>
    public static string Speak(string text) => $"<speak>{Escape(text)}</speak>";

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

    /// <summary>Whether it is white space, or one of the control characters that XML cannot hold.</summary>
    private static bool IsSpace(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || character is '\uFFFE' or '\uFFFF';
}
