using System.ComponentModel;
using System.Diagnostics;
using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>Runs programs: the .NET SDK, and the container engine.</summary>
internal static class Tool
{
    /// <summary>Runs a program to its end; null where it can't be started.</summary>
    public static (int ExitCode, string Output)? TryRun(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs the .NET SDK, which is there: it runs this app.</summary>
    public static (int ExitCode, string Output) DotNet(IEnumerable<string> arguments, string root) =>
        TryRun("dotnet", arguments, root)
        ?? throw new ContextException("'dotnet' can't be started: install the .NET 10 SDK and see that it is on the PATH.");
}
