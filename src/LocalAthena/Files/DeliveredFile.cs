namespace LocalAthena;

/// <summary>A file that belongs to a table.</summary>
internal sealed record DeliveredFile(string FilePath, string Key, string? Partition)
{
    /// <summary>Opens the file's text; as in Athena the key's ending says whether it is compressed.</summary>
    public Stream OpenText() => Key.EndsWith(".gz", StringComparison.Ordinal)
        ? GzipFile.Read(FilePath)
        : new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
