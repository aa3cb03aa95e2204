using System.CommandLine;
using Analytics;
using LocalAthena;
using LocalEmulator.Query;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>The command <c>query</c>: Athena's SQL over the delivered files.</summary>
internal static class QueryCommand
{
    public static Command Create(SkillDefinition skill)
    {
        var query = new Argument<string?>("FILE|SQL")
        {
            Description = $"A file of Athena SQL, the name of one in {skill.AthenaFolder}/queries, or the SQL itself; without it, the queries are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var csv = new Option<bool>("--csv") { Description = "Prints the answer as CSV." };
        var json = new Option<bool>("--json") { Description = "Prints the answer as JSON." };
        var data = DataOption.Create(skill);
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
                ? await AnswerAsync(text, DataOption.Resolve(parsed.GetValue(data), skill), skill, cancellationToken)
                : List(skill);
            Print(answer, parsed.GetValue(csv), parsed.GetValue(json));
            return CommandLine.Succeeded;
        });
        return command;
    }

    private static QueryAnswer List(SkillDefinition skill) => new(
        [new AnswerColumn("query", "varchar"), new AnswerColumn("question", "varchar")],
        [.. QueryFile.ReadAll(skill).Select(file => (string?[])[file.Name, file.Question])]);

    private static async Task<QueryAnswer> AnswerAsync(
        string query, string dataDirectory, SkillDefinition skill, CancellationToken cancellationToken)
    {
        var sql = await ReadAsync(query, skill, cancellationToken);
        if (!Directory.Exists(dataDirectory))
        {
            throw new EmulatorException($"The data folder {dataDirectory} does not exist: 'run' or 'generate' fills one, --data names it.");
        }

        var bucket = DataFolder.BucketOf(dataDirectory, skill);
        await using var engine = await QueryEngine.StartAsync(skill, bucket, cancellationToken);
        if (!engine.HasFiles)
        {
            new Terminal().Note($"The table is empty: {bucket} holds no delivered files.");
        }

        return await engine.QueryAsync(sql, cancellationToken);
    }

    private static async Task<string> ReadAsync(string query, SkillDefinition skill, CancellationToken cancellationToken) =>
        File.Exists(query) ? await File.ReadAllTextAsync(query, cancellationToken)
        : query.Trim().Any(char.IsWhiteSpace) ? query
        : QueryFile.Find(query, skill).Sql;

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
