namespace Testing;

/// <summary>An empty folder of its own, deleted at the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Creates the folder.</summary>
    /// <param name="prefix">How its name begins.</param>
    public TemporaryFolder(string prefix = "petmatch-") => Path = Directory.CreateTempSubdirectory(prefix).FullName;

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>Gives the absolute path of a file or folder below.</summary>
    /// <param name="path">Its way from here, a name each.</param>
    /// <returns>The path.</returns>
    public string Find(params ReadOnlySpan<string> path) => System.IO.Path.Combine([Path, .. path]);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
