using System.Buffers.Binary;
using System.IO.Compression;

namespace LocalAthena;

/// <summary>Reads gzip files whole, since GZipStream takes one that ends too early for one that is complete.</summary>
internal static class GzipFile
{
    private const int LengthBytes = 4;

    private static readonly byte[] MemberStart = [0x1F, 0x8B, 8];

    /// <summary>The text of a file of one gzip member or several.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static MemoryStream Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var text = new MemoryStream();
        var start = 0;
        while (start < bytes.Length || start == 0)
        {
            start = ReadMember(bytes, start, text);
        }

        text.Position = 0;
        return text;
    }

    /// <summary>Appends a member's text and returns its end: the first place where its last bytes tell the length of what came out.</summary>
    private static int ReadMember(byte[] bytes, int start, MemoryStream text)
    {
        var from = text.Length;
        for (var end = NextEnd(bytes, start); end > 0; end = end < bytes.Length ? NextEnd(bytes, end) : 0)
        {
            text.SetLength(from);
            text.Position = from;
            using var member = new GZipStream(new MemoryStream(bytes, start, end - start), CompressionMode.Decompress);
            member.CopyTo(text);
            if (end - start > LengthBytes
                && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(end - LengthBytes)) == unchecked((uint)(text.Length - from)))
            {
                return end;
            }
        }

        throw new InvalidDataException("it ends too early");
    }

    private static int NextEnd(byte[] bytes, int start)
    {
        var next = start + 1 < bytes.Length ? bytes.AsSpan(start + 1).IndexOf(MemberStart) : -1;
        return next < 0 ? bytes.Length : start + 1 + next;
    }
}
