using System.Buffers.Text;
using System.Text;

namespace StreamToFirehoseFunction.Json;

/// <summary>Reads the escapes of a JSON string; a lone surrogate, which no UTF-8 can hold, is no failure.</summary>
internal static class JsonText
{
    /// <summary>Writes a JSON string's text; a lone surrogate becomes U+FFFD.</summary>
    /// <param name="json">The bytes between the quotes, valid JSON.</param>
    /// <param name="text">Receives the UTF-8 text; it needs the length of <paramref name="json"/>.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> json, Span<byte> text)
    {
        var length = 0;
        while (!json.IsEmpty)
        {
            var plain = json.IndexOf((byte)'\\');
            var copied = plain < 0 ? json : json[..plain];
            copied.CopyTo(text[length..]);
            length += copied.Length;
            json = json[copied.Length..];
            if (!json.IsEmpty)
            {
                length += ReadEscape(ref json).EncodeToUtf8(text[length..]);
            }
        }

        return length;
    }

    private static Rune ReadEscape(ref ReadOnlySpan<byte> json)
    {
        var kind = json[1];
        if (kind == 'u')
        {
            return ReadCodePoint(ref json);
        }

        json = json[2..];
        return new Rune(kind switch
        {
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            _ => (char)kind,
        });
    }

    private static Rune ReadCodePoint(ref ReadOnlySpan<byte> json)
    {
        var first = ReadUnit(ref json);
        if (char.IsHighSurrogate(first) && json.StartsWith(@"\u"u8))
        {
            var rest = json;
            if (Rune.TryCreate(first, ReadUnit(ref rest), out var pair))
            {
                json = rest;
                return pair;
            }
        }

        return Rune.TryCreate(first, out var single) ? single : Rune.ReplacementChar;
    }

    private static char ReadUnit(ref ReadOnlySpan<byte> json)
    {
        _ = Utf8Parser.TryParse(json.Slice(2, 4), out ushort unit, out _, 'x');
        json = json[6..];
        return (char)unit;
    }
}
