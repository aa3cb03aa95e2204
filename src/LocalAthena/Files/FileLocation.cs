using System.Text.RegularExpressions;

namespace LocalAthena;

/// <summary>Where a table's files lie in the bucket's folder, and which partition each belongs to.</summary>
internal sealed record FileLocation(string Folder, string NamePrefix, Regex Key)
{
    private const string PartitionGroup = "partition";

    /// <summary>Reads an address such as <c>s3://bucket/analytics-${day}/</c>.</summary>
    /// <exception cref="AthenaException">It is none that can be read here.</exception>
    public static FileLocation Parse(string address, string? partition, Dictionary<string, string> properties)
    {
        var path = Regex.Match(address, "^s3://[^/]+/(.*)$") is { Success: true } match
            ? match.Groups[1].Value
            : throw new AthenaException($"The location '{address}' is no s3://BUCKET/PREFIX/.");
        var variable = $"${{{partition}}}";
        var start = partition is null ? path.Length : path.IndexOf(variable, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new AthenaException($"The location '{address}' does not name the partition column as {variable}.");
        }

        var pattern = Regex.Escape(path[..start]);
        if (partition is not null)
        {
            pattern += $"(?<{PartitionGroup}>{ValuePattern(partition, properties)}){Regex.Escape(path[(start + variable.Length)..])}";
        }

        var folderEnd = path[..start].LastIndexOf('/') + 1;
        return new FileLocation(path[..folderEnd], path[folderEnd..start], new Regex($"^{pattern}"));
    }

    /// <summary>The files in the order of their keys; what begins with _ or . is hidden, as in Athena.</summary>
    public IEnumerable<DeliveredFile> Find(string bucketDirectory)
    {
        var folder = Path.Combine([bucketDirectory, .. Folder.Split('/', StringSplitOptions.RemoveEmptyEntries)]);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var found = Directory.EnumerateDirectories(folder, $"{NamePrefix}*")
            .SelectMany(child => Directory.EnumerateFiles(child, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(folder, $"{NamePrefix}*"));
        return from path in found
               let key = Path.GetRelativePath(bucketDirectory, path).Replace('\\', '/')
               let match = Key.Match(key)
               where match.Success && Path.GetFileName(path)[0] is not ('_' or '.')
               orderby key
               select new DeliveredFile(path, key, match.Groups[PartitionGroup] is { Success: true } value ? value.Value : null);
    }

    private static string ValuePattern(string partition, Dictionary<string, string> properties) =>
        properties.GetValueOrDefault($"projection.{partition}.type") is "date"
        && properties.TryGetValue($"projection.{partition}.format", out var format)
            ? Regex.Replace(Regex.Escape(format), "[yMdH]", "[0-9]")
            : throw new AthenaException($"The partition column {partition} has no projection of type date with a format.");
}
