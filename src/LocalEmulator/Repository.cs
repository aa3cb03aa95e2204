using System.Reflection;

namespace LocalEmulator;

/// <summary>Where the checkout lies that this emulator was built from.</summary>
public static class Repository
{
    /// <summary>The checkout's root folder.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>Gives the path of a file or folder of the checkout.</summary>
    /// <param name="parts">The path's parts below the root.</param>
    /// <returns>The absolute path.</returns>
    public static string Find(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Gives the assembly of a function in <c>src</c>, built beside the emulator in the same configuration.</summary>
    /// <param name="name">The function's project.</param>
    /// <returns>The absolute path of its .dll.</returns>
    public static string FunctionAssembly(string name) => FunctionAssembly($"src/{name}", name);

    /// <summary>Gives the assembly of a function, built in the emulator's configuration.</summary>
    /// <param name="folder">The folder of its project, below the root.</param>
    /// <param name="name">The assembly's name.</param>
    /// <returns>The absolute path of its .dll.</returns>
    public static string FunctionAssembly(string folder, string name) => Find(folder, "bin", Metadata("Configuration"), "net10.0", $"{name}.dll");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
