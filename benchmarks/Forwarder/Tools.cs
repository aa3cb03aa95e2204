using LocalEmulator;
using Testing;

namespace Benchmarks.Forwarder;

/// <summary>Builds what is measured.</summary>
internal static class Tools
{
    /// <summary>Publishes a project, with options that make it different from what is deployed by default.</summary>
    public static Task PublishAsync(string project, string output, params string[] options) =>
        ProgramRun.OutputAsync("dotnet", ["publish", project, "-c", "Release", "-o", output, .. options], Repository.Root);

    /// <summary>Installs the Node.js packages of a folder where they are missing.</summary>
    public static async Task InstallAsync(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await ProgramRun.OutputAsync("npm", ["ci", "--no-audit", "--no-fund"], folder);
        }
    }
}
