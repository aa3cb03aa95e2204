using System.Diagnostics;

namespace Benchmarks.Start;

/// <summary>Runs the tools that prepare the contest.</summary>
internal static class Tool
{
    /// <summary>Runs a tool to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where to run it.</param>
    /// <returns>A task that completes with the tool.</returns>
    /// <exception cref="InvalidOperationException">The tool failed; the message is what it printed.</exception>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}:\n{output}");
        }
    }
}
