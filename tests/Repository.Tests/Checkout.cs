using System.Reflection;

namespace Repository.Tests;

/// <summary>The files of the checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } =
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Find(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    public static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Find(path));

    /// <summary>The project files below src, by name.</summary>
    public static IReadOnlyDictionary<string, string> Projects(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => path, StringComparer.Ordinal);
}
