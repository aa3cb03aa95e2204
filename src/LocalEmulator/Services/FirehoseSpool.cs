using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Analytics;

namespace LocalEmulator.Services;

/// <summary>
/// One buffer of the delivery stream, as a file. Each call's records are a block with its length before it, so that a block that was
/// cut off by a crash, and never acknowledged, is left out. The file's name fixes the object's key when the first record arrives: writing
/// the object again replaces it.
/// </summary>
internal sealed class FirehoseSpool : IDisposable
{
    private const string Extension = ".spool";

    private readonly FileStream file;

    private FirehoseSpool(string path)
    {
        Path = path;
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The records' bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Begins a buffer.</summary>
    /// <param name="folder">The folder of the buffers.</param>
    /// <param name="now">When its first record arrived.</param>
    /// <returns>The empty buffer.</returns>
    public static FirehoseSpool Create(string folder, DateTimeOffset now)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd-HH-mm-ss}-{Guid.NewGuid():D}{Extension}");
        return new FirehoseSpool(System.IO.Path.Combine(folder, name));
    }

    /// <summary>The buffers that an earlier emulator has left.</summary>
    /// <param name="folder">The folder of the buffers.</param>
    /// <returns>Their files, the oldest first.</returns>
    public static IEnumerable<string> LeftIn(string folder) => Directory.GetFiles(folder, $"*{Extension}").Order(StringComparer.Ordinal);

    /// <summary>The key of a buffer's object.</summary>
    /// <param name="path">The buffer's file.</param>
    /// <returns>The prefix, the hour in UTC, the stream's name and version, the time and a unique id.</returns>
    public static string KeyOf(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        var hour = name[..13].Replace('-', '/');
        return $"{Names.DeliveryPrefix}{hour}/{Names.DeliveryStream}-1-{name}{Pipeline.FileExtension}";
    }

    /// <summary>Appends records; they are kept once this returns.</summary>
    /// <param name="records">The records' bytes, one after the other.</param>
    /// <exception cref="IOException">The disk is full or cannot be written to; nothing is kept.</exception>
    public void Append(ReadOnlyMemory<byte> records)
    {
        var start = file.Position;
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, records.Length);
        try
        {
            file.Write(length);
            file.Write(records.Span);
        }
        catch (IOException)
        {
            file.SetLength(start);
            throw;
        }

        Bytes += records.Length;
    }

    /// <summary>Compresses a closed buffer's records.</summary>
    /// <param name="path">The buffer's file.</param>
    /// <param name="output">Gets the records as gzip.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that gives the number of bytes before compression.</returns>
    public static async Task<long> CompressAsync(string path, Stream output, CancellationToken cancellationToken)
    {
        var total = 0L;
        var length = new byte[sizeof(int)];
        await using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await using var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
        while (await input.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellationToken) == length.Length)
        {
            var block = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            if (await input.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken) < block.Length)
            {
                break;
            }

            await gzip.WriteAsync(block, cancellationToken);
            total += block.Length;
        }

        return total;
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
