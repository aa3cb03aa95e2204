using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics;
using LocalAthena;
using LocalEmulator.Query;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalEmulator.Web;

/// <summary>Questions to the delivered files.</summary>
internal static partial class AskApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder routes, RunningSystem system)
    {
        routes.MapGet("/api/queries", context => Api.WriteAsync(
            context,
            [.. QueryFile.ReadAll(SkillDefinition.PetMatch).Select(file => new QueryEntry(file.Name, file.Question, file.Sql))],
            ApiJson.Default.IReadOnlyListQueryEntry));
        routes.MapPost("/api/query", context => AnswerAsync(context, system));
    }

    private static async Task AnswerAsync(HttpContext context, RunningSystem system)
    {
        var sql = (await Api.ReadAsync(context, ApiJson.Default.QueryRequest)).Sql;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        var clock = Stopwatch.StartNew();
        var answer = await AskAsync(await system.EngineAsync(patience.Token), sql, patience.Token);
        if (context.Request.Headers.Accept == "text/csv")
        {
            context.Response.ContentType = "text/csv; charset=utf-8";
            await context.Response.WriteAsync(ResultText.Csv(answer), patience.Token);
            return;
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            ResultText.WriteForPage(json, answer);
            json.WriteNumber("milliseconds", clock.ElapsedMilliseconds);
            json.WriteEndObject();
        }

        await Api.WriteAsync(context, bytes.ToArray());
    }

    private static async Task<QueryAnswer> AskAsync(AthenaEngine engine, string sql, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.QueryAsync(sql, cancellationToken);
        }
        catch (AthenaException wrong)
        {
            var (line, column) = Locate(wrong.Message, sql);
            throw new ApiException(wrong.Message, line: line, column: column, innerException: wrong);
        }
    }

    /// <summary>Where an error is: the engine says so for syntax; else it is at the first name that the message quotes.</summary>
    private static (int? Line, int? Column) Locate(string message, string sql)
    {
        if (Place().Match(message) is { Success: true } place)
        {
            return (Number(place.Groups[1]), Number(place.Groups[2]));
        }

        foreach (var name in Quoted().Matches(message).Select(match => match.Groups[1].Value))
        {
            if (Regex.Match(sql, $@"(?<!\w){Regex.Escape(name)}(?!\w)", RegexOptions.IgnoreCase) is { Success: true } found)
            {
                var lines = sql[..found.Index].Split('\n');
                return (lines.Length, lines[^1].Length + 1);
            }
        }

        return default;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\bline (\d+):(\d+):")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?:""|name |function )(\$?[A-Za-z_]\w*)")]
    private static partial Regex Quoted();
}

/// <summary>SQL to answer.</summary>
internal sealed record QueryRequest(string Sql);

/// <summary>A query of athena/queries.</summary>
internal sealed record QueryEntry(string Name, string Question, string Sql);
