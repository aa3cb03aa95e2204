using System.Text;

namespace StreamToFirehoseFunction;

/// <summary>A sequence number of a stream where it stands in the event: digits, whose order is that of the numbers.</summary>
/// <param name="Digits">The digits; empty where a record has none, which is lower than any number.</param>
internal readonly record struct SequenceNumber(ReadOnlyMemory<byte> Digits) : IComparable<SequenceNumber>
{
    private const int MaxDigits = 100; // DynamoDB: 40

    /// <summary>Whether text is a whole number of a sensible length, from which a batch can be repeated.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= MaxDigits && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    public int CompareTo(SequenceNumber other)
    {
        var left = Digits.Span.TrimStart((byte)'0');
        var right = other.Digits.Span.TrimStart((byte)'0');
        return left.Length == right.Length ? left.SequenceCompareTo(right) : left.Length - right.Length;
    }

    /// <summary>The number as it came, leading zeros included.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Digits.Span);
}
