using System.Numerics;

namespace StreamToFirehoseFunction;

/// <summary>The sequence numbers of a stream: text of up to 40 digits, whose order is that of the numbers.</summary>
internal static class SequenceNumber
{
    private const int MaxDigits = 100; // DynamoDB: 40

    /// <summary>Whether text is one that a batch can be repeated from.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is a whole number of a sensible length.</returns>
    public static bool IsValid(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= MaxDigits && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Compares two sequence numbers as numbers.</summary>
    /// <typeparam name="T">Bytes or characters.</typeparam>
    /// <param name="left">One number; where a record has none, empty, which is lower than any.</param>
    /// <param name="right">The other.</param>
    /// <returns>Less than 0 where the left one is lower, more than 0 where it is higher.</returns>
    public static int Compare<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IBinaryInteger<T>
    {
        var zero = T.CreateTruncating('0');
        left = left.TrimStart(zero);
        right = right.TrimStart(zero);
        return left.Length == right.Length ? left.SequenceCompareTo(right) : left.Length - right.Length;
    }
}
