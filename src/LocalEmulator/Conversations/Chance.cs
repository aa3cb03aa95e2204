using System.Buffers.Binary;

namespace LocalEmulator.Conversations;

/// <summary>
/// A source of chance (SplitMix64) that depends on a seed and a number alone, so that work in parallel comes out the same each time and
/// with every version of .NET. Alexa takes her ids from it.
/// </summary>
internal sealed class Chance : Random
{
    private ulong state;

    /// <summary>Makes the source of one of many things; the kind is what the number counts, so that conversation 7 and person 7 differ.</summary>
    public Chance(int seed, string kind, long number)
        : base(seed)
    {
        state = (ulong)seed;
        foreach (var character in kind)
        {
            state = Step() ^ character;
        }

        state = Step() ^ (ulong)number;
        state = Step();
    }

    public int Below(int bound) => (int)Math.BigMul(Step(), (ulong)bound, out _);

    public long Below(long bound) => (long)Math.BigMul(Step(), (ulong)bound, out _);

    public bool Happens(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Letters and digits as in Alexa's ids of users and devices.</summary>
    public string Letters(int length) => string.Create(length, this, (letters, chance) =>
    {
        foreach (ref var letter in letters)
        {
            letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[chance.Below(32)];
        }
    });

    public override int Next(int maxValue) => Below(maxValue);

    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        for (; buffer.Length > 0; buffer = buffer[Math.Min(buffer.Length, bytes.Length)..])
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes, Step());
            bytes[..Math.Min(buffer.Length, bytes.Length)].CopyTo(buffer);
        }
    }

    private ulong Step()
    {
        state += 0x9E3779B97F4A7C15;
        var value = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
