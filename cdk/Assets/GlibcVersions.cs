using System.Buffers.Binary;
using System.Text;

namespace Cdk.Assets;

/// <summary>
/// The versions of the C library that an executable asks for, read from its section .gnu.version_r (Linux Standard Base, "Version
/// Requirements").
/// </summary>
internal static class GlibcVersions
{
    private const string Prefix = "GLIBC_";
    private const int SectionsOffsetAt = 0x28, SectionSizeAt = 0x3A, SectionCountAt = 0x3C; // the header of a 64-bit ELF file
    private const uint VersionNeeds = 0x6FFF_FFFE; // SHT_GNU_verneed

    /// <summary>The C library of Amazon Linux 2023, which Lambda's dotnet10 runs on.</summary>
    public static Version Lambda { get; } = new(2, 34);

    /// <summary>The names of versions that Lambda's C library lacks, in order.</summary>
    /// <exception cref="InvalidDataException">The file is no 64-bit executable of Linux.</exception>
    public static IReadOnlyList<string> NewerThanLambdas(string file) =>
    [
        .. from name in Of(File.ReadAllBytes(file))
           where name.StartsWith(Prefix, StringComparison.Ordinal)
           where !Version.TryParse(name[Prefix.Length..], out var version) || version > Lambda
           orderby name
           select name,
    ];

    private static ReadOnlySpan<byte> Magic => [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1]; // 64 bits, little-endian

    private static HashSet<string> Of(byte[] elf)
    {
        if (!elf.AsSpan().StartsWith(Magic))
        {
            throw new InvalidDataException("It is no 64-bit executable of Linux.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var section = 0; section < UInt16(elf, SectionCountAt); section++)
        {
            var header = Section(elf, section);
            if (UInt32(elf, header + 4) == VersionNeeds)
            {
                var texts = Offset(elf, Section(elf, (int)UInt32(elf, header + 40)));
                ReadNeeds(elf, Offset(elf, header), texts, names);
            }
        }

        return names;
    }

    // A chain of libraries, each with a chain of versions; 0 ends a chain.
    private static void ReadNeeds(byte[] elf, int library, int texts, HashSet<string> names)
    {
        while (true)
        {
            for (var version = library + (int)UInt32(elf, library + 8); ;)
            {
                names.Add(Text(elf, texts + (int)UInt32(elf, version + 8)));
                if (UInt32(elf, version + 12) is not (> 0 and var nextVersion))
                {
                    break;
                }

                version += (int)nextVersion;
            }

            if (UInt32(elf, library + 12) is not (> 0 and var nextLibrary))
            {
                return;
            }

            library += (int)nextLibrary;
        }
    }

    private static int Section(byte[] elf, int index) =>
        (int)BinaryPrimitives.ReadUInt64LittleEndian(elf.AsSpan(SectionsOffsetAt)) + (index * UInt16(elf, SectionSizeAt));

    private static int Offset(byte[] elf, int section) => (int)BinaryPrimitives.ReadUInt64LittleEndian(elf.AsSpan(section + 24));

    private static ushort UInt16(byte[] elf, int at) => BinaryPrimitives.ReadUInt16LittleEndian(elf.AsSpan(at));

    private static uint UInt32(byte[] elf, int at) => BinaryPrimitives.ReadUInt32LittleEndian(elf.AsSpan(at));

    private static string Text(byte[] elf, int at) => Encoding.ASCII.GetString(elf.AsSpan(at, elf.AsSpan(at).IndexOf((byte)0)));
}
