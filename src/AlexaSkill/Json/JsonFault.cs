using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AlexaSkill.Json;

/// <summary>Finds where JSON stops being readable.</summary>
internal static class JsonFault
{
    private const int LongestName = 40; // no property of an Alexa request is longer; anything else may be content

    /// <summary>
    /// Tells path and position at which reading stops, such as <c>$.request.intent, line 1, byte 220</c>; null where the JSON is well-formed.
    /// Names that may be content are left out.
    /// </summary>
    public static string? Find(ReadOnlySpan<byte> json)
    {
        var path = new List<string> { "$" };
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                Follow(path, ref reader);
            }

            return null;
        }
        catch (JsonException fault)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"{string.Concat(path)}, line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
        }
    }

    private static void Follow(List<string> path, ref Utf8JsonReader reader)
    {
        var isName = reader.TokenType == JsonTokenType.PropertyName;
        var kept = reader.CurrentDepth + (isName ? 0 : 1);
        path.RemoveRange(kept, path.Count - kept);
        if (isName)
        {
            path.Add($".{Name(reader.ValueSpan)}");
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            path.Add("[]");
        }
    }

    private static string Name(ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name);
        return text.Length <= LongestName && text.All(char.IsAsciiLetter) ? text : "*";
    }
}
