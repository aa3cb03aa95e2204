using System.Reflection;

namespace LocalEmulator;

/// <summary>Where the checkout lies that this emulator was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The path of a file or folder of the checkout.</summary>
    public static string Find(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The assembly of a function, built beside the emulator in the same configuration.</summary>
    public static string FunctionAssembly(string name) => Find("src", name, "bin", Metadata("Configuration"), "net10.0", $"{name}.dll");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
