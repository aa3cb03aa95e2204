using System.Runtime.CompilerServices;

namespace AlexaSkill.Tests;

/// <summary>The requests of samples/requests.</summary>
internal static class Samples
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", "samples", "requests"));

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal),
    ];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.json"));

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
