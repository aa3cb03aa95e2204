using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace AlexaSkill.Tests.Persistence;

/// <summary>The published ASK SDK adapters for Node.js, in a process that ends with its standard input.</summary>
public sealed class AskSdk(DynaliteFixture dynalite, LocalS3 localS3) : IAsyncDisposable
{
    private readonly Process node = Start(new Uri(dynalite.Address).Port, localS3.Port);

    /// <summary>Runs one command of peers.mjs.</summary>
    public async Task<JsonNode?> RunAsync(JsonObject command)
    {
        await node.StandardInput.WriteLineAsync(command.ToJsonString().AsMemory(), TestContext.Current.CancellationToken);
        await node.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var line = await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(line.ShouldNotBeNull("peers.mjs has ended"))!.AsObject();
        answer.ContainsKey("error").ShouldBeFalse((string?)answer["error"]);
        return answer["result"]?.DeepClone();
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync(CancellationToken.None);
        node.Dispose();
    }

    private static Process Start(int dynamoDbPort, int s3Port)
    {
        var folder = typeof(AskSdk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(value => value.Key == "PeersFolder").Value!;
        return Process.Start(new ProcessStartInfo("node", ["peers.mjs", $"{dynamoDbPort}", $"{s3Port}"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE"] = "1" },
        })!;
    }
}
