using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>A process that does a piece of work again and again, and says how long it took.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process process;

    private Worker(Process process) => this.process = process;

    /// <summary>Starts a process, which says "ready" when it is.</summary>
    public static Worker Start(string program, params IEnumerable<string> arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE"] = "1" },
        })!;
        return process.StandardOutput.ReadLine() == "ready"
            ? new Worker(process)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} did not start.");
    }

    /// <summary>Gives the answer to a command: milliseconds or bytes.</summary>
    public double Ask(string command) => double.Parse(AskText(command), CultureInfo.InvariantCulture);

    /// <summary>Gives the answer to a command, which is a line.</summary>
    public string AskText(string command)
    {
        process.StandardInput.WriteLine(command);
        return process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The process ended at '{command}'; above stands why.");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
