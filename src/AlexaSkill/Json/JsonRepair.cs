using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace AlexaSkill.Json;

/// <summary>Makes text that is no Unicode readable: what System.Text.Json would refuse inside a string becomes U+FFFD.</summary>
internal static class JsonRepair
{
    private const int EscapeLength = 6; // \uXXXX

    /// <summary>Takes a byte order mark off, and replaces invalid UTF-8 and escaped lone surrogates.</summary>
    public static ReadOnlySpan<byte> Repair(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
        {
            json = json["\uFEFF"u8.Length..];
        }

        if (!Utf8.IsValid(json))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        }

        return json.IndexOf(@"\u"u8) < 0 ? json : ReplaceLoneSurrogates(json.ToArray());
    }

    private static byte[] ReplaceLoneSurrogates(byte[] json)
    {
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                continue;
            }

            var unit = CodeUnit(json, i);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(CodeUnit(json, i + EscapeLength)))
            {
                i += (2 * EscapeLength) - 1;
            }
            else if (char.IsSurrogate(unit))
            {
                @"\uFFFD"u8.CopyTo(json.AsSpan(i));
                i += EscapeLength - 1;
            }
            else
            {
                i++;
            }
        }

        return json;
    }

    /// <summary>The UTF-16 code unit of the escape at a position; U+0000 where none stands there.</summary>
    private static char CodeUnit(byte[] json, int position)
    {
        var isEscape = position + EscapeLength <= json.Length && json[position] == '\\' && json[position + 1] == 'u';
        return isEscape && Utf8Parser.TryParse(json.AsSpan(position + 2, 4), out ushort unit, out var length, 'x') && length == 4
            ? (char)unit
            : '\0';
    }
}
