using System.Globalization;
using System.Text.RegularExpressions;
using Analytics;
using DuckDB.NET.Data;
using LocalEmulator.Query;

namespace LocalEmulator.Tests.Query;

/// <summary>The roll-up's own statement, in DuckDB, which has MERGE as well.</summary>
public sealed partial class RollUpTests : IDisposable
{
    private static readonly string Merge = File.ReadAllText(Repository.Find("athena", "rollup", "merge.sql"));

    private readonly TemporaryBucket bucket = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => bucket.Dispose();

    [Fact]
    public async Task Every_request_is_in_the_roll_up_once_on_its_first_day_however_often_it_runs()
    {
        var rows = DeliveredHits.Create().Where(row => string.CompareOrdinal(row.Day, "2026/11/10") >= 0).ToList();
        foreach (var day in rows.GroupBy(row => row.Day))
        {
            bucket.Deliver(string.Concat(day.Select(row => row.Line)), $"{day.Key}/09");
        }

        using var athena = new DuckDBConnection("DataSource=:memory:");
        await athena.OpenAsync(Token);
        await CopyTurnsAsync(athena);

        // From the tenth on, each day; on the fourteenth it is forgotten, on the sixteenth it runs twice.
        foreach (var today in new[] { 11, 12, 13, 15, 16, 16, 17, 18, 19, 20, 21, 22 })
        {
            Execute(athena, MergeOn(new DateTime(2026, 11, today)));
        }

        var expected = rows.Where(row => string.CompareOrdinal(row.Day, "2026/11/21") <= 0)
            .GroupBy(row => row.Id)
            .Select(request => $"{request.Key} {request.Min(row => row.Day)}")
            .Order(StringComparer.Ordinal);
        Read(athena, "SELECT request_id || ' ' || strftime(day, '%Y/%m/%d') FROM analytics.petmatch_daily ORDER BY 1").ShouldBe(expected);
    }

    [Fact]
    public void The_table_has_the_columns_of_the_record_but_for_tinyint_which_iceberg_lacks()
    {
        var ddl = File.ReadAllText(Repository.Find("athena", "rollup", "create.sql"));

        Declared().Matches(ddl).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ShouldBe(
        [
            .. Columns.All.Select(column => (column.Name, column.AthenaType.Replace("tinyint", "int", StringComparison.Ordinal))),
            (Names.PartitionColumn, "date"),
        ]);
    }

    /// <summary>Brings the view's rows to a DuckDB where the roll-up can be a table that takes rows.</summary>
    private async Task CopyTurnsAsync(DuckDBConnection athena)
    {
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, bucket.Path, Token);
        var turns = await engine.QueryAsync("SELECT * FROM petmatch_turns", Token);
        Execute(athena, $"""
            CREATE SCHEMA analytics;
            CREATE TABLE given ({string.Join(", ", turns.Columns.Select(column => $"{column.Name} VARCHAR"))});
            CREATE TABLE analytics.petmatch_turns ({string.Join(", ", turns.Columns.Select(column => $"{column.Name} {column.Type}"))});
            CREATE TABLE analytics.petmatch_daily AS SELECT * REPLACE (CAST(NULL AS date) AS day) FROM analytics.petmatch_turns;
            CREATE MACRO date_parse(text, format) AS strptime(text, format);
            """);
        using (var appender = athena.CreateAppender("given"))
        {
            foreach (var turn in turns.Rows)
            {
                var row = appender.CreateRow();
                turn.ToList().ForEach(value => row.AppendValue(value));
                row.EndRow();
            }
        }

        Execute(athena, "INSERT INTO analytics.petmatch_turns SELECT * FROM given");
    }

    private static void Execute(DuckDBConnection athena, string sql)
    {
        using var command = athena.CreateCommand();
#pragma warning disable CA2100 // the checkout's own SQL
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static List<string> Read(DuckDBConnection athena, string sql)
    {
        using var command = athena.CreateCommand();
#pragma warning disable CA2100 // the test's own SQL
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static string MergeOn(DateTime today) => DayAgo().Replace(Merge, match =>
    {
        var day = today.AddDays(-int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        return match.Groups[1].Success
            ? $"'{day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)}'"
            : $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
    });

    [GeneratedRegex(@"(date_format\()?current_date - interval '(\d+)' day(?(1), '%Y/%m/%d'\))")]
    private static partial Regex DayAgo();

    [GeneratedRegex(@"^  (\w+) (\w+),?\r?$", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
