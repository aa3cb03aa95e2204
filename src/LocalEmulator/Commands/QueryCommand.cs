using System.CommandLine;
using LocalAthena;
using LocalEmulator.Query;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>The command <c>query</c>: Athena's SQL over the delivered files.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var query = new Argument<string?>("FILE|SQL")
        {
            Description = "A file of Athena SQL, the name of one in athena/queries, or the SQL itself; without it, the queries are listed.",
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

    private static QueryAnswer List() => new(
        [new AnswerColumn("query", "varchar"), new AnswerColumn("question", "varchar")],
        [.. QueryFile.ReadAll().Select(file => (string?[])[file.Name, file.Question])]);

    private static async Task<QueryAnswer> AnswerAsync(string query, string dataDirectory, CancellationToken cancellationToken)
    {
        var sql = await ReadAsync(query, cancellationToken);
        if (!Directory.Exists(dataDirectory))
        {
            throw new EmulatorException($"The data folder {dataDirectory} does not exist: 'run' or 'generate' fills one, --data names it.");
        }

        var bucket = DataFolder.BucketOf(dataDirectory);
        await using var engine = await QueryEngine.StartAsync(bucket, cancellationToken);
        if (!engine.HasFiles)
        {
            new Terminal().Note($"The table is empty: {bucket} holds no delivered files.");
        }

        return await engine.QueryAsync(sql, cancellationToken);
    }

    private static async Task<string> ReadAsync(string query, CancellationToken cancellationToken) =>
        File.Exists(query) ? await File.ReadAllTextAsync(query, cancellationToken)
        : query.Trim().Any(char.IsWhiteSpace) ? query
        : QueryFile.Find(query).Sql;

    private static void Print(QueryAnswer answer, bool csv, bool json)
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
