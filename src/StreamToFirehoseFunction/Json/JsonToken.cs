using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StreamToFirehoseFunction.Json;

/// <summary>Measures plain text, numbers and escapes; a token that goes wrong gives the complement (~) of the offset where it does.</summary>
internal static class JsonToken
{
    // What a string can't go on over: the quote that ends it, an escape, or a control character.
    private static readonly SearchValues<byte> Special =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, ' ').Select(control => (byte)control)]);

    /// <summary>Where a string's text ends or is escaped, -1 if nowhere; most do so within few bytes, which is found out without a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOfSpecial(ReadOnlySpan<byte> text)
    {
        if (Vector256.IsHardwareAccelerated && text.Length >= Vector256<byte>.Count)
        {
            var bytes = Vector256.Create(text);
            var special = Vector256.Equals(bytes, Vector256.Create((byte)'"'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(bytes, Vector256.Create((byte)' '));
            var places = special.ExtractMostSignificantBits();
            if (places != 0)
            {
                return BitOperations.TrailingZeroCount(places);
            }
        }

        return text.IndexOfAny(Special);
    }

    /// <summary>The length of the number that begins the text.</summary>
    public static int NumberLength(ReadOnlySpan<byte> json)
    {
        var length = json.StartsWith((byte)'-') ? 1 : 0;
        length = Is(json, length, '0') ? length + 1 : SkipDigits(json, length);
        if (length > 0 && Is(json, length, '.'))
        {
            length = SkipDigits(json, length + 1);
        }

        if (length > 0 && (Is(json, length, 'e') || Is(json, length, 'E')))
        {
            length++;
            length = SkipDigits(json, Is(json, length, '+') || Is(json, length, '-') ? length + 1 : length);
        }

        return length;
    }

    /// <summary>The length of the escape that begins the text, without its backslash.</summary>
    public static int EscapeLength(ReadOnlySpan<byte> json)
    {
        const int UnicodeDigits = 4;
        if (json.IsEmpty || !"\"\\/bfnrtu"u8.Contains(json[0]))
        {
            return ~0;
        }

        if (json[0] != 'u')
        {
            return 1;
        }

        for (var i = 1; i <= UnicodeDigits; i++)
        {
            if (i >= json.Length || !char.IsAsciiHexDigit((char)json[i]))
            {
                return ~0;
            }
        }

        return 1 + UnicodeDigits;
    }

    private static bool Is(ReadOnlySpan<byte> json, int place, char sign) => place < json.Length && json[place] == sign;

    /// <summary>The place after the digits that begin at a place, one at least.</summary>
    private static int SkipDigits(ReadOnlySpan<byte> json, int start)
    {
        var digits = json[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits == 0 || start == json.Length ? ~start
            : digits < 0 ? json.Length
            : start + digits;
    }
}
