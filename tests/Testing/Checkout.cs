using System.Reflection;

namespace Testing;

/// <summary>The files of the checkout that the tests were built from.</summary>
public static class Checkout
{
    // What a build makes, and what only costs time to copy.
    private static readonly string[] Made = ["bin", "obj", ".git", ".petmatch"];

    /// <summary>The repository's root.</summary>
    public static string Root { get; } =
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>Gives the absolute path of a file or folder.</summary>
    /// <param name="path">Its way from the root, a name each.</param>
    /// <returns>The path.</returns>
    public static string Find(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its way from the root, a name each.</param>
    /// <returns>Its text.</returns>
    public static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Find(path));

    /// <summary>Finds the project files below a folder.</summary>
    /// <param name="folder">A folder of the root.</param>
    /// <returns>Their paths by the projects' names.</returns>
    public static IReadOnlyDictionary<string, string> Projects(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => path, StringComparer.Ordinal);

    /// <summary>Copies the sources, for a test that changes them; npm's packages are linked, not copied.</summary>
    /// <param name="folder">Where to.</param>
    public static void CopyTo(string folder) => Copy(Root, folder);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            var name = Path.GetFileName(folder);
            if (name == "node_modules")
            {
                Directory.CreateSymbolicLink(Path.Combine(to, name), folder);
            }
            else if (!Made.Contains(name))
            {
                Copy(folder, Path.Combine(to, name));
            }
        }
    }
}
