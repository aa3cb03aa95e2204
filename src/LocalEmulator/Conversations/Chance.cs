using System.Buffers.Binary;

namespace LocalEmulator.Conversations;

/// <summary>
/// A source of chance (SplitMix64) that depends on a seed and a number alone, so that work in parallel comes out the same each time and
/// with every version of .NET.
/// </summary>
internal sealed class Chance
{
    private ulong state;

    /// <summary>Makes the source of one of many things.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="kind">What the number counts, so that conversation 7 and person 7 have nothing in common.</param>
    /// <param name="number">Which one.</param>
    public Chance(int seed, string kind, long number)
    {
        state = (ulong)seed;
        foreach (var character in kind)
        {
            state = Next() ^ character;
        }

        state = Next() ^ (ulong)number;
        state = Next();
    }

    /// <summary>A number from 0 to a bound, each as likely.</summary>
    /// <param name="bound">The first number that is too large; above 0.</param>
    /// <returns>The number.</returns>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number from 0 to a bound, each as likely.</summary>
    /// <param name="bound">The first number that is too large; above 0.</param>
    /// <returns>The number.</returns>
    public long Below(long bound) => (long)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Whether something happens.</summary>
    /// <param name="percent">How often, from 0 to 100.</param>
    /// <returns>True in so many of a hundred cases.</returns>
    public bool Happens(int percent) => Below(100) < percent;

    /// <summary>One of several, each as likely.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="items">One at least.</param>
    /// <returns>The item.</returns>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An id as Alexa gives them to requests and sessions.</summary>
    /// <returns>A version 4 UUID.</returns>
    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Letters and digits as in Alexa's ids of users and devices.</summary>
    /// <param name="length">How many.</param>
    /// <returns>The text.</returns>
    public string Letters(int length) => string.Create(length, this, (letters, chance) =>
    {
        foreach (ref var letter in letters)
        {
            letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[chance.Below(32)];
        }
    });

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var value = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
