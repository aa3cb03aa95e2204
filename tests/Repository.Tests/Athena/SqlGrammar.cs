using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Repository.Tests.Athena;

/// <summary>The grammars of Hive and Trino, in a process of Node.js that parses what it is given.</summary>
public sealed partial class SqlGrammar : IDisposable
{
    private static readonly string Script = Checkout.Find("tests", "Repository.Tests", "Athena", "grammar", "grammar.mjs");

    private static readonly ProcessStartInfo Command = new("node", [Script])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    };

    private readonly Process parser = Process.Start(Command)!;

    public async Task<string[]> ErrorsAsync(string language, string sql)
    {
        await parser.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new Message(language, sql), GrammarJson.Default.Message));
        var line = await parser.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize(line.ShouldNotBeNull(), GrammarJson.Default.StringArray)!;
    }

    public void Dispose()
    {
        parser.StandardInput.Close();
        parser.WaitForExit();
        parser.Dispose();
    }

    private sealed record Message(string Grammar, string Sql);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Message))]
    [JsonSerializable(typeof(string[]))]
    private sealed partial class GrammarJson : JsonSerializerContext;
}
