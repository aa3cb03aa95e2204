using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Forwarder;

/// <summary>A process that works on an event again and again, and says how long it took.</summary>
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
    public double Ask(string command)
    {
        process.StandardInput.WriteLine(command);
        return double.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
