using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Analytics;
using LocalEmulator.Commands;

namespace LocalEmulator.Services;

/// <summary>Which hits lie in a bucket: in delivered files, in quarantine, or in what the mapping has given up.</summary>
internal static class DeliveredHits
{
    /// <summary>Finds what tells items that the bucket lacks.</summary>
    public static async Task<Predicate<JsonElement>> FindMissingAsync(string bucketDirectory, CancellationToken cancellationToken)
    {
        var known = await ReadAsync(bucketDirectory, cancellationToken);
        known.UnionWith(await ReadSetAsideAsync([Names.QuarantinePrefix, Names.FailurePrefix], bucketDirectory, cancellationToken));
        return item => item.Find(Columns.RequestId).Text("S") is { } id && !known.Contains(InLine(id));
    }

    /// <summary>The ids in the delivered files, as lines hold them.</summary>
    public static async Task<HashSet<string>> ReadAsync(string bucketDirectory, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files(bucketDirectory))
        {
            await ReadIdsAsync(file, ids, cancellationToken);
        }

        return ids;
    }

    /// <summary>The ids in failure objects and quarantined records below some prefixes, as lines would hold them.</summary>
    public static async Task<HashSet<string>> ReadSetAsideAsync(
        IEnumerable<string> prefixes, string bucketDirectory, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in RedriveSource.Find(prefixes.Select(prefix => RedriveSource.BucketAddress + prefix), bucketDirectory))
        {
            ids.UnionWith(await ReadSetAsideAsync(source, cancellationToken));
        }

        return ids;
    }

    /// <summary>An id as a line holds it: with a space for a line's end.</summary>
    public static string InLine(string id) => id
        .Replace("\r\n", " ", StringComparison.Ordinal).Replace('\r', ' ').Replace('\n', ' ');

    private static IEnumerable<string> Files(string bucketDirectory) => Directory.Exists(bucketDirectory)
        ? Directory.EnumerateDirectories(bucketDirectory, $"{Names.DeliveryPrefix}*")
            .SelectMany(year => Directory.EnumerateFiles(year, $"*{Pipeline.FileExtension}", SearchOption.AllDirectories))
        : [];

    private static async Task ReadIdsAsync(string file, HashSet<string> ids, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress), Encoding.UTF8);
        try
        {
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                ids.Add(FirstField(line));
            }
        }
        catch (InvalidDataException)
        {
            // A damaged file: what cannot be read is not delivered.
        }
    }

    private static async Task<IEnumerable<string>> ReadSetAsideAsync(RedriveSource source, CancellationToken cancellationToken)
    {
        try
        {
            var records = RedriveObject.Read(source.Name, await File.ReadAllBytesAsync(source.Path, cancellationToken));
            return records.Select(record => record.RequestId).OfType<string>().Select(InLine);
        }
        catch (EmulatorException)
        {
            return []; // No object of ours.
        }
    }

    /// <summary>The first field of a line, which is the id.</summary>
    public static string FirstField(string line)
    {
        var end = line.IndexOf(',', StringComparison.Ordinal);
        if (!line.Contains('\\', StringComparison.Ordinal))
        {
            return end < 0 ? line : line[..end];
        }

        var field = new StringBuilder();
        for (var index = 0; index < line.Length && line[index] != ','; index++)
        {
            index += line[index] == '\\' && index + 1 < line.Length ? 1 : 0;
            field.Append(line[index]);
        }

        return field.ToString();
    }
}
