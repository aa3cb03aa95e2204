using System.Runtime.InteropServices;
using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>What links native code for Lambda on this machine.</summary>
internal sealed class NativeToolchain(string architecture)
{
    /// <summary>What is missing to link for the architecture, and how to get it; null where nothing is.</summary>
    public string? Missing
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return "Linux";
            }

            if (IsThisMachines)
            {
                return Has("clang") || Has("gcc") ? null : "clang or gcc on the PATH (on Debian and Ubuntu: apt-get install clang)";
            }

            var target = architecture == FunctionSettings.Arm64 ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
            string[] missing = [.. new[] { "clang", "ld.lld", $"{target}-gcc" }.Where(tool => !Has(tool))];
            return missing.Length == 0
                ? null
                : $"{string.Join(", ", missing)} on the PATH (on Debian and Ubuntu: apt-get install clang lld gcc-{target.Replace('_', '-')})";
        }
    }

    private bool IsThisMachines => RuntimeInformation.OSArchitecture ==
        (architecture == FunctionSettings.Arm64 ? Architecture.Arm64 : Architecture.X64);

    private static bool Has(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
