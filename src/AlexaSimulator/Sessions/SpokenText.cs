using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace AlexaSimulator.Sessions;

/// <summary>Tells what SSML sounds like, in plain text.</summary>
internal static partial class SpokenText
{
    // XML can't hold this character, so it is nothing that a text says.
    private const char AliasEdge = '\0';

    /// <summary>The words that are spoken, a space apart; null where the SSML is not well-formed, which Alexa refuses.</summary>
    public static string? Plain(string? ssml)
    {
        if (ssml is null)
        {
            return null;
        }

        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("amazon", "urn:amazon");
        names.AddNamespace("alexa", "urn:alexa");
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            ConformanceLevel = ConformanceLevel.Fragment,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(ssml), settings, new XmlParserContext(null, names, null, XmlSpace.None));
            return Words(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Words(XmlReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Name == "sub" && reader.GetAttribute("alias") is { } alias:
                    text.Append(AliasEdge).Append(alias).Append(AliasEdge);
                    PassOver(reader);
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when reader.Name is "break" or "p" or "s" or "audio":
                    text.Append(' ');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        var spoken = JoinedWords().Replace(text.ToString(), " ").Replace($"{AliasEdge}", "", StringComparison.Ordinal);
        return string.Join(' ', spoken.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Goes to the end of an element, so that the next node to be read is the one behind it.</summary>
    private static void PassOver(XmlReader reader)
    {
        using var element = reader.ReadSubtree();
        while (element.Read())
        {
        }
    }

    /// <summary>Where an alias touches another word; a punctuation mark may touch it.</summary>
    [GeneratedRegex(@"\b\0+\b")]
    private static partial Regex JoinedWords();
}
