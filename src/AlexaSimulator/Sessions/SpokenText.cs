using System.Text;
using System.Xml;

namespace AlexaSimulator.Sessions;

/// <summary>Tells what SSML sounds like, in plain text.</summary>
internal static class SpokenText
{
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
                    text.Append(alias);
                    reader.Skip();
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.Element when reader.Name is "break" or "p" or "s" or "audio":
                    text.Append(' ');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
