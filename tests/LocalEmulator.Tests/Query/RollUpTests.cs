using System.Globalization;
using System.Text.RegularExpressions;
using Analytics;
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

        await using var engine = await QueryEngine.StartAsync(bucket.Path, Token);
        await engine.QueryDuckDbAsync("CREATE TABLE petmatch_daily AS SELECT * FROM petmatch_turns LIMIT 0", Token);

        // From the tenth on, each day; on the fourteenth it is forgotten, on the sixteenth it runs twice.
        foreach (var today in new[] { 11, 12, 13, 15, 16, 16, 17, 18, 19, 20, 21, 22 })
        {
            await engine.QueryDuckDbAsync(MergeOn(new DateTime(2026, 11, today)), Token);
        }

        var expected = rows.Where(row => string.CompareOrdinal(row.Day, "2026/11/21") <= 0)
            .GroupBy(row => row.Id)
            .Select(request => $"{request.Key} {request.Min(row => row.Day)}")
            .Order(StringComparer.Ordinal);
        (await engine.QueryDuckDbAsync("SELECT request_id || ' ' || day AS request FROM petmatch_daily ORDER BY request", Token)).Rows
            .Select(row => row[0]!).ShouldBe(expected);
    }

    [Fact]
    public void The_table_has_the_columns_of_the_record_but_for_tinyint_which_iceberg_lacks()
    {
        var ddl = File.ReadAllText(Repository.Find("athena", "rollup", "create.sql"));

        Declared().Matches(ddl).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ShouldBe(
        [
            .. Columns.All.Select(column => (column.Name, column.AthenaType.Replace("tinyint", "int", StringComparison.Ordinal))),
            (Names.PartitionColumn, "string"),
        ]);
    }

    private static string MergeOn(DateTime today) => DayAgo().Replace(Merge, match =>
    {
        var days = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return $"'{today.AddDays(-days).ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)}'";
    });

    [GeneratedRegex(@"date_format\(current_date - interval '(\d+)' day, '%Y/%m/%d'\)")]
    private static partial Regex DayAgo();

    [GeneratedRegex(@"^  (\w+) (\w+),?\r?$", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
