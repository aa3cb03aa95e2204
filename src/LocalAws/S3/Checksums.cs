using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace LocalAws.S3;

/// <summary>Compares an uploaded file with the length and the checksums that its client gave.</summary>
internal static class Checksums
{
    private const string Prefix = "x-amz-checksum-";

    private static readonly Dictionary<string, Func<Stream, byte[]>> Algorithms = new(StringComparer.OrdinalIgnoreCase)
    {
        [$"{Prefix}crc32"] = content => Crc(content, 0xEDB88320, 4),
        [$"{Prefix}crc32c"] = content => Crc(content, 0x82F63B78, 4),
        [$"{Prefix}crc64nvme"] = content => Crc(content, 0x9A6C9329AC4BC9B5, 8),
        [$"{Prefix}sha256"] = SHA256.HashData,
#pragma warning disable CA5350, CA5351 // The client chooses what to compare.
        [$"{Prefix}sha1"] = SHA1.HashData,
        ["Content-MD5"] = MD5.HashData,
#pragma warning restore CA5350, CA5351
    };

    public static void Compare(FileStream upload, HttpRequest request, IReadOnlyDictionary<string, string> trailers)
    {
        if (long.TryParse(request.Headers["x-amz-decoded-content-length"], CultureInfo.InvariantCulture, out var length) && length != upload.Length)
        {
            throw S3Exception.Invalid("IncompleteBody", $"The body has {upload.Length} bytes; its client promised {length}.");
        }

        foreach (var (name, compute) in Algorithms)
        {
            var given = request.Headers.TryGetValue(name, out var header) ? header.ToString() : trailers.GetValueOrDefault(name);
            if (given is null)
            {
                continue;
            }

            upload.Position = 0;
            if (Convert.ToBase64String(compute(upload)) != given)
            {
                throw S3Exception.Invalid("BadDigest", $"The {name} of the request is not that of the bytes that arrived.");
            }
        }
    }

    /// <summary>A cyclic redundancy check, least bit first, that starts and ends inverted; 4 or 8 bytes, most significant first.</summary>
    private static byte[] Crc(Stream content, ulong polynomial, int bytes)
    {
        var table = new ulong[256];
        for (var entry = 0UL; entry < 256; entry++)
        {
            var value = entry;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
            }

            table[entry] = value;
        }

        var crc = ulong.MaxValue >> (64 - (8 * bytes));
        var buffer = new byte[1 << 16];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            foreach (var value in buffer.AsSpan(0, read))
            {
                crc = table[(crc ^ value) & 0xFF] ^ (crc >> 8);
            }
        }

        crc ^= ulong.MaxValue >> (64 - (8 * bytes));
        var result = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(result, crc);
        return result[^bytes..];
    }
}
