using System.Diagnostics;
using System.Text.Json;

namespace Cdk.Tests;

/// <summary>The published schemas and rules for templates, which are Node.js packages.</summary>
internal static class Peer
{
    /// <summary>Runs a script of the peer's folder over templates.</summary>
    /// <returns>What it finds, a line each.</returns>
    public static async Task<string[]> CheckAsync(string script, IEnumerable<string> templates)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. templates])
        {
            WorkingDirectory = Checkout.PeerFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "20,21,22,23" },
        })!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var findings = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0, await errors);
        return JsonSerializer.Deserialize<string[]>(findings)!;
    }
}
