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
        var query = new Argument<string?>("query")
        {
            Description = "A file of Athena SQL, the name of one in athena/queries, or the SQL itself; without it, the queries are listed.",
            HelpName = "FILE or \"SQL\"",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var csv = new Option<bool>("--csv") { Description = "Prints the answer as CSV." };
        var json = new Option<bool>("--json") { Description = "Prints the answer as JSON." };
        var data = DataOption.Create();
        var command = new Command("query", "Answers Athena SQL over the delivered files.") { query, csv, json, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(csv) && result.GetValue(json))
            {
                result.AddError("--csv and --json exclude each other.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var answer = parsed.GetValue(query) is { } text
                ? await AnswerAsync(text, DataOption.Resolve(parsed.GetValue(data)), cancellationToken)
                : List();
            Print(answer, parsed.GetValue(csv), parsed.GetValue(json));
            return CommandLine.Succeeded;
        });
        return command;
    }

    private static QueryResult List() => new(
        [new ResultColumn("query", "varchar"), new ResultColumn("question", "varchar")],
        [.. QueryFile.ReadAll().Select(file => (string?[])[file.Path, file.Question])]);

    private static async Task<QueryResult> AnswerAsync(string query, string dataDirectory, CancellationToken cancellationToken)
    {
        var sql = await ReadAsync(query, cancellationToken);
        if (!Directory.Exists(dataDirectory))
        {
            throw new EmulatorException($"The data folder {dataDirectory} does not exist: 'run' or 'generate' fills one, --data names it.");
        }

        var bucket = DataOption.Bucket(dataDirectory);
        if (!DeliveredTable.HasFiles(bucket))
        {
            new Terminal().Note($"The table is empty: {bucket} holds no delivered files.");
        }

        await using var engine = await QueryEngine.StartAsync(bucket, cancellationToken);
        return await engine.QueryAsync(sql, cancellationToken);
    }

    private static async Task<string> ReadAsync(string query, CancellationToken cancellationToken)
    {
        if (File.Exists(query))
        {
            return await File.ReadAllTextAsync(query, cancellationToken);
        }

        if (query.Any(char.IsWhiteSpace))
        {
            return query;
        }

        return QueryFile.ReadAll().FirstOrDefault(file => file.Name == query)?.Sql
            ?? throw new EmulatorException($"The query file {query} does not exist; 'query' without a file lists those of athena/queries.");
    }

    private static void Print(QueryResult answer, bool csv, bool json)
    {
        var terminal = new Terminal();
        if (csv || json)
        {
            terminal.Print(csv ? ResultText.Csv(answer).TrimEnd('\n') : ResultText.Json(answer));
        }
        else
        {
            terminal.Print(answer);
        }
    }
}
