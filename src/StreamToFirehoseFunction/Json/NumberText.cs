using System.Globalization;

namespace StreamToFirehoseFunction.Json;

/// <summary>Brings a number to plain notation: digits without an exponent.</summary>
internal static class NumberText
{
    /// <summary>The longest number written: 38 digits with a sign, a point and room for leading zeros.</summary>
    public const int MaxBytes = 64;

    private const NumberStyles Notation = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Writes a number plainly: <c>-1.5E+3</c> becomes <c>-1500</c>, plain digits stay as they are.</summary>
    /// <returns>False where the text is no number, or one whose plain notation is longer than <see cref="MaxBytes"/>.</returns>
    public static bool TryWritePlain(ReadOnlySpan<byte> number, Span<byte> plain, out int length)
    {
        length = number.Length;
        return IsPlain(number)
            ? number.TryCopyTo(plain)
            : decimal.TryParse(number, Notation, CultureInfo.InvariantCulture, out var value)
                && value.TryFormat(plain, out length, "0.############################", CultureInfo.InvariantCulture);
    }

    private static bool IsPlain(ReadOnlySpan<byte> number)
    {
        var digits = number.StartsWith((byte)'-') ? number[1..] : number;
        var point = digits.IndexOf((byte)'.');
        return point < 0 ? AreDigits(digits) : AreDigits(digits[..point]) && AreDigits(digits[(point + 1)..]);
    }

    private static bool AreDigits(ReadOnlySpan<byte> text) => text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
