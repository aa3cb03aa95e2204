using System.CommandLine;
using LocalEmulator.Query;

namespace LocalEmulator.Commands;

/// <summary>The command <c>query</c>: Athena's SQL over the delivered files.</summary>
internal static class QueryCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var query = new Argument<string>("query")
        {
            Description = "A file of Athena SQL, or the SQL itself.",
            HelpName = "FILE or \"SQL\"",
        };
        var data = DataOption.Create();
        var command = new Command("query", "Answers Athena SQL over the delivered files.") { query, data };
        command.SetAction((parsed, cancellationToken) =>
            ExecuteAsync(parsed.GetRequiredValue(query), DataOption.Resolve(parsed.GetValue(data)), cancellationToken));
        return command;
    }

    private static async Task<int> ExecuteAsync(string query, string dataDirectory, CancellationToken cancellationToken)
    {
        var sql = await ReadAsync(query, cancellationToken);
        await using var engine = await QueryEngine.StartAsync(DataOption.Bucket(dataDirectory), cancellationToken);
        new Terminal().Print(await engine.QueryAsync(sql, cancellationToken));
        return CommandLine.Succeeded;
    }

    private static async Task<string> ReadAsync(string query, CancellationToken cancellationToken)
    {
        if (File.Exists(query))
        {
            return await File.ReadAllTextAsync(query, cancellationToken);
        }

        return query.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) && !query.Any(char.IsWhiteSpace)
            ? throw new EmulatorException($"The query file {query} does not exist.")
            : query;
    }
}
