using Analytics;

namespace LocalEmulator.Commands;

/// <summary>A place where failure objects and quarantined records are read from.</summary>
internal sealed record RedriveSource(string Name, string Path)
{
    /// <summary>What paths begin with that lie in the bucket of the data folder; a key, or the beginning of keys, follows.</summary>
    public const string BucketAddress = $"{S3Address.Scheme}{Names.LocalBucket}/";

    public static IReadOnlyList<RedriveSource> Find(IEnumerable<string> paths, string bucketDirectory) =>
        [.. paths.SelectMany(path => Find(path, bucketDirectory)).DistinctBy(source => System.IO.Path.GetFullPath(source.Path))];

    private static IEnumerable<RedriveSource> Find(string path, string bucketDirectory)
    {
        if (path.StartsWith(S3Address.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return path.StartsWith(BucketAddress, StringComparison.Ordinal)
                ? InBucket(path[BucketAddress.Length..], bucketDirectory)
                : throw new EmulatorException(
                    $"{path} is not in the bucket of the local run, whose addresses begin with {BucketAddress}: "
                    + "download objects of another bucket and name their folder.");
        }

        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => System.IO.Path.GetFileName(file)[0] != '.')
                .Order(StringComparer.Ordinal)
                .Select(file => new RedriveSource(file, file));
        }

        return File.Exists(path)
            ? [new RedriveSource(path, path)]
            : throw new EmulatorException(
                $"{path} does not exist; it has to be a file, a folder, or an address such as {BucketAddress}aws/lambda/.");
    }

    private static IEnumerable<RedriveSource> InBucket(string prefix, string bucketDirectory) =>
        Directory.Exists(bucketDirectory)
            ? Directory.EnumerateFiles(bucketDirectory, "*", SearchOption.AllDirectories)
                .Select(file => (File: file, Key: KeyOf(file, bucketDirectory)))
                .Where(found => found.Key.StartsWith(prefix, StringComparison.Ordinal))
                .OrderBy(found => found.Key, StringComparer.Ordinal)
                .Select(found => new RedriveSource(BucketAddress + found.Key, found.File))
            : [];

    private static string KeyOf(string file, string bucketDirectory) =>
        System.IO.Path.GetRelativePath(bucketDirectory, file).Replace('\\', '/');
}
