using System.Text;
using LocalEmulator.Query;

namespace LocalEmulator.Tests.Query;

public sealed class QueryEngineTests : IDisposable
{
    private static readonly string[] Numbers =
    [
        "0", "1", "+1", "-1", "127", "128", "-128", "-129", "9223372036854775807", "9223372036854775808", "007",
        "", " 5", "5 ", "1.0", "1e3", "true", "0x1", "1_0", "+", "-", "--1", "1\\",
    ];

    private static readonly string[] Times =
    [
        "2026-11-21 00:00:00.123", "2026-11-21 00:00:00", "2026-11-21 00:00:00.", "2026-11-21", "2026-11-21T00:00:00.123",
        "2026-11-21 00:00:00.123Z", "2026-02-30 00:00:00.000", "2026-11-21 24:00:00.000", "2026-11-21 00:60:00.000",
        " 2026-11-21 00:00:00.123", "infinity", "epoch", "",
    ];

    private readonly TemporaryBucket bucket = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => bucket.Dispose();

    [Fact]
    public async Task Hostile_lines_read_as_the_serde_reads_them()
    {
        var random = new Random(20261121);
        var lines = Enumerable.Range(0, 20_000).Select(_ => HostileLine(random)).ToList();
        lines.AddRange(["", "\\", "\\\\", "\\,", ",\\", new string(',', 25), new string(',', 40), new string('x', 400_000)]);
        lines.Add("last, without a line's end");
        bucket.Deliver(string.Join('\n', lines));

        var rows = await RowsAsync("SELECT * FROM petmatch");

        rows.Count.ShouldBe(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            rows[i].ShouldBe([.. LazySimpleSerDe.Read(lines[i]), "2026/11/21"], $"line {i}: {Shown(lines[i])}");
        }
    }

    [Fact]
    public async Task Numbers_and_times_that_athena_does_not_read_are_null()
    {
        var lines = Numbers.SelectMany(number => Times, (number, time) => $"id,user,{number},dog,dog,{number},,,,,,,,,,{time}").ToList();
        bucket.Deliver(string.Join('\n', lines) + '\n');

        var rows = await RowsAsync("SELECT * FROM petmatch");

        for (var i = 0; i < lines.Count; i++)
        {
            rows[i].Take(26).ShouldBe(LazySimpleSerDe.Read(lines[i]), lines[i]);
        }
    }

    [Fact]
    public async Task The_day_is_the_one_of_the_path()
    {
        bucket.Deliver("late\n", "2026/11/21/23");
        bucket.Deliver("early\n", "2026/11/22/00");

        var rows = await RowsAsync("SELECT request_id, day FROM analytics.petmatch WHERE day >= '2026/11/21' ORDER BY day");

        rows.ShouldBe([["late", "2026/11/21"], ["early", "2026/11/22"]]);
    }

    [Fact]
    public async Task Without_files_the_table_is_empty_and_files_that_come_later_are_seen()
    {
        await using var engine = await QueryEngine.StartAsync(bucket.Path, Token);
        (await engine.QueryAsync("SELECT * FROM petmatch", Token)).Rows.ShouldBeEmpty();

        bucket.Deliver("one\n");
        (await engine.QueryAsync("SELECT request_id FROM petmatch", Token)).Rows.ShouldBe([["one"]]);

        bucket.Deliver("two\n", "2026/11/21/01");
        (await engine.QueryAsync("SELECT request_id FROM petmatch ORDER BY 1", Token)).Rows.ShouldBe([["one"], ["two"]]);
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_an_empty_table_with_the_columns()
    {
        await using var engine = await QueryEngine.StartAsync(Path.Combine(bucket.Path, "absent"), Token);

        var result = await engine.QueryAsync("SELECT * FROM petmatch", Token);

        result.Rows.ShouldBeEmpty();
        result.Columns.Select(column => column.Name).ShouldBe([.. Analytics.Columns.All.Select(column => column.Name), "day"]);
        result.Columns.Select(column => column.Type.Replace("varchar", "string", StringComparison.Ordinal))
            .ShouldBe([.. Analytics.Columns.All.Select(column => column.AthenaType), "string"]);
    }

    [Fact]
    public async Task Values_come_as_athena_writes_them()
    {
        await using var engine = await QueryEngine.StartAsync(bucket.Path, Token);

        const string Sql = """
            SELECT sum(x) AS s, 1 / 2, CAST(1 AS double), CAST(1 AS double) / 4, true, NULL, TIMESTAMP '2026-11-21 01:02:03', 'ä 😀'
            FROM (VALUES (1), (2)) AS t (x);
            """;
        var result = await engine.QueryAsync(Sql, Token);

        result.Rows.ShouldBe([["3", "0", "1.0", "0.25", "true", null, "2026-11-21 01:02:03.000", "ä 😀"]]);
        result.Columns[0].ShouldBe(new ResultColumn("s", "bigint"));
    }

    [Fact]
    public async Task A_wrong_query_is_one_line_and_the_engine_lives_on()
    {
        await using var engine = await QueryEngine.StartAsync(bucket.Path, Token);

        var error = await Should.ThrowAsync<EmulatorException>(() => engine.QueryAsync("SELECT color FROM petmatch", Token));

        error.Message.ShouldContain("color");
        error.Message.ShouldNotContain("\n");
        (await engine.QueryAsync("SELECT 1", Token)).Rows.ShouldBe([["1"]]);
    }

    private async Task<IReadOnlyList<IReadOnlyList<string?>>> RowsAsync(string sql)
    {
        await using var engine = await QueryEngine.StartAsync(bucket.Path, Token);
        return (await engine.QueryAsync(sql, Token)).Rows;
    }

    private static string HostileLine(Random random)
    {
        string[] parts =
        [
            ",", ",", ",", "\\", "\\,", "\\\\", "\\\\,", "\"", "'", "N", "\\N", " ", "\t", "\u0000", "\u0001", "\u0085", "\u2028", "\uE000",
            "x\uFEFF", "ä", "😀", "dog", "1", "NULL",
        ];
        var line = new StringBuilder();
        for (var length = random.Next(60); length > 0; length--)
        {
            line.Append(parts[random.Next(parts.Length)]);
        }

        return line.ToString();
    }

    private static string Shown(string line) => line.Length > 200 ? $"{line[..200]}…" : line;
}
