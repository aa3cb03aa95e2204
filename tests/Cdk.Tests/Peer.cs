using System.Text.Json;

namespace Cdk.Tests;

/// <summary>The published schemas and rules for templates, which are Node.js packages.</summary>
internal static class Peer
{
    public static string Folder { get; } = Checkout.Find("tests", "Cdk.Tests", "peer");

    /// <summary>Runs a script of the peer's folder over templates.</summary>
    /// <returns>What it finds, a line each.</returns>
    public static async Task<string[]> CheckAsync(string script, IEnumerable<string> templates)
    {
        var variables = new Dictionary<string, string?> { ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "20,21,22,23" };
        var findings = await ProgramRun.OutputAsync("node", [script, .. templates], Folder, variables, TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<string[]>(findings)!;
    }
}
