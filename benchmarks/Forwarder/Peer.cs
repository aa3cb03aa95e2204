using System.Diagnostics;
using System.Globalization;
using Analytics;

namespace Benchmarks.Forwarder;

/// <summary>The published JavaScript handler's work, in a Node.js process of its own that waits for its turns.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process process;

    private Peer(Process process) => this.process = process;

    /// <summary>The lines that the peer makes of the event.</summary>
    public required byte[] Lines { get; init; }

    /// <summary>Starts the peer; its packages are installed where they are missing.</summary>
    /// <param name="script">The path of peer.mjs.</param>
    /// <param name="streamEvent">The event to work on.</param>
    /// <param name="folder">Where files may be exchanged.</param>
    public static Peer Start(string script, byte[] streamEvent, string folder)
    {
        var home = Path.GetDirectoryName(script)!;
        if (!Directory.Exists(Path.Combine(home, "node_modules")))
        {
            using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = home })!;
            install.WaitForExit();
        }

        string[] files = [Path.Combine(folder, "event.json"), Path.Combine(folder, "columns.txt"), Path.Combine(folder, "lines.csv")];
        File.WriteAllBytes(files[0], streamEvent);
        File.WriteAllLines(files[1], Columns.All.Select(column => column.Name));
        var process = Process.Start(new ProcessStartInfo("node", ["--no-deprecation", script, .. files])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE"] = "1" },
        })!;
        return process.StandardOutput.ReadLine() == "ready"
            ? new Peer(process) { Lines = File.ReadAllBytes(files[2]) }
            : throw new InvalidOperationException("The Node.js peer did not start; Node.js 20 or newer and the npm registry are needed.");
    }

    /// <summary>Lets the peer work.</summary>
    /// <param name="version">The AWS SDK: v2 or v3.</param>
    /// <param name="passes">How often over the whole event.</param>
    /// <returns>The milliseconds that this took.</returns>
    public double Time(string version, int passes)
    {
        process.StandardInput.WriteLine($"{version} {passes}");
        return double.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
