namespace LocalEmulator.Query;

/// <summary>One of the queries in <c>athena/queries</c>.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Sql">The whole file.</param>
internal sealed record QueryFile(string Name, string Sql)
{
    /// <summary>The question that it answers: its first line, a comment.</summary>
    public string Question => Sql.Split('\n')[0].TrimStart('-', ' ').TrimEnd();

    /// <summary>The file's path below the checkout.</summary>
    public string Path => $"athena/queries/{Name}.sql";

    /// <summary>Reads the queries.</summary>
    /// <returns>All, ordered by name.</returns>
    public static IReadOnlyList<QueryFile> ReadAll() =>
    [
        .. Directory.GetFiles(Repository.Find("athena", "queries"), "*.sql")
            .Order(StringComparer.Ordinal)
            .Select(path => new QueryFile(System.IO.Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];
}
