using System.Diagnostics;
using LocalEmulator;

namespace Benchmarks.Forwarder;

/// <summary>Builds what is measured.</summary>
internal static class Tools
{
    /// <summary>Publishes a project.</summary>
    /// <param name="project">Its folder, from the repository's root.</param>
    /// <param name="output">Where to.</param>
    /// <param name="options">What makes it different from what is deployed by default.</param>
    public static void Publish(string project, string output, params ReadOnlySpan<string> options) =>
        Run("dotnet", ["publish", project, "-c", "Release", "-o", output, .. options], Repository.Root);

    /// <summary>Installs the Node.js packages of a folder where they are missing.</summary>
    public static void Install(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Run("npm", ["ci", "--no-audit", "--no-fund"], folder);
        }
    }

    private static void Run(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}:\n{output}");
        }
    }
}
