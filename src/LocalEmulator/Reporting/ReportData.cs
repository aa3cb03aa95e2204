using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LocalAthena;
using LocalEmulator.Query;

namespace LocalEmulator.Reporting;

/// <summary>
/// What the report shows, as JSON. The queries look back from today, which would be nothing in files that were downloaded long ago: here they look
/// back from the last day that the files hold.
/// </summary>
internal sealed class ReportData(AthenaEngine engine, QueryAnswer held)
{
    private const string SumUp = """
        SELECT
          count(*) AS delivered_rows,
          count(DISTINCT user_id) AS users,
          min(day) AS first_day,
          max(day) AS last_day,
          (SELECT count(*) FROM petmatch_hits) AS hits,
          (SELECT count(*) FROM petmatch_dialogs) AS dialogs
        FROM petmatch
        """;

    // Values of other scripts stay readable; what means something to HTML is escaped.
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Reads the files, and counts what they hold.</summary>
    public static async Task<QueryAnswer> SumUpAsync(AthenaEngine engine, CancellationToken cancellationToken)
    {
        var held = await engine.QueryAsync(SumUp, cancellationToken);
        return held.Rows[0][0] == "0" ? throw new EmulatorException("The delivered files hold no rows.") : held;
    }

    /// <summary>Answers the queries.</summary>
    public async Task<string> AnswerAsync(string source, IReadOnlyList<QueryFile> queries, Action step, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using (var json = new Utf8JsonWriter(bytes, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteString("source", source);
            json.WriteString("made", TimeProvider.System.GetUtcNow());
            json.WriteStartObject("held");
            ResultText.WriteForPage(json, held);
            json.WriteEndObject();
            json.WriteStartArray("questions");
            foreach (var query in queries)
            {
                await AnswerAsync(json, query.AsOf(LastDay), cancellationToken);
                step();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private string LastDay => held.Rows[0][held.Columns.Index().Single(column => column.Item.Name == "last_day").Index]!.Replace('/', '-');

    private async Task AnswerAsync(Utf8JsonWriter json, QueryFile query, CancellationToken cancellationToken)
    {
        json.WriteStartObject();
        json.WriteString("name", query.Name);
        json.WriteString("question", query.Question);
        json.WriteString("remarks", query.Remarks);
        json.WriteString("sql", query.Sql);
        ResultText.WriteForPage(json, await engine.QueryAsync(query.Sql, cancellationToken));
        json.WriteEndObject();
    }
}
