using System.Text;
namespace LocalAthena.Tests;

public sealed class AthenaEngineTests : IDisposable
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

    private readonly Bucket bucket = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => bucket.Dispose();

    [Fact]
    public async Task Hostile_lines_read_as_the_serde_reads_them()
    {
        var random = new Random(20261121);
        var lines = Enumerable.Range(0, 20_000).Select(_ => HostileLine(random)).ToList();
        lines.AddRange(["", "\\", "\\\\", "\\,", ",\\", new string(',', 5), new string(',', 40), new string('x', 400_000)]);
        lines.Add("last, without a line's end");
        bucket.Deliver(string.Join('\n', lines));

        var rows = await RowsAsync("SELECT * FROM visits");

        rows.Count.ShouldBe(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            rows[i].ShouldBe([.. LazySimpleSerDe.Read(lines[i]), "2026/11/21"], $"line {i}: {Shown(lines[i])}");
        }
    }

    [Fact]
    public async Task Numbers_and_times_that_athena_does_not_read_are_null()
    {
        var lines = Numbers.SelectMany(number => Times, (number, time) => $"id,{number},{number},{time}").ToList();
        bucket.Deliver(string.Join('\n', lines) + '\n');

        var rows = await RowsAsync("SELECT * FROM visits");

        for (var i = 0; i < lines.Count; i++)
        {
            rows[i].Take(6).ShouldBe(LazySimpleSerDe.Read(lines[i]), lines[i]);
        }
    }

    [Fact]
    public async Task The_day_is_the_one_of_the_path()
    {
        bucket.Deliver("late\n", "2026/11/21/23");
        bucket.Deliver("early\n", "2026/11/22/00");

        var rows = await RowsAsync("SELECT id, day FROM zoo.visits WHERE day >= '2026/11/21' ORDER BY day");

        rows.ShouldBe([["late", "2026/11/21"], ["early", "2026/11/22"]]);
    }

    [Fact]
    public async Task Without_files_the_table_is_empty_and_files_that_come_later_are_seen()
    {
        await using var engine = await bucket.OpenAsync();
        (await engine.QueryAsync("SELECT * FROM visits", Token)).Rows.ShouldBeEmpty();

        bucket.Deliver("one\n");
        (await engine.QueryAsync("SELECT id FROM visits", Token)).Rows.ShouldBe([["one"]]);

        bucket.Deliver("two\n", "2026/11/21/01");
        (await engine.QueryAsync("SELECT id FROM visits ORDER BY 1", Token)).Rows.ShouldBe([["one"], ["two"]]);
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_an_empty_table_with_the_columns()
    {
        await using var engine = await AthenaEngine.OpenAsync(Path.Combine(bucket.Path, "absent"), [Bucket.Table], Token);

        var answer = await engine.QueryAsync("SELECT * FROM visits", Token);

        engine.HasFiles.ShouldBeFalse();
        answer.Rows.ShouldBeEmpty();
        answer.Columns.Select(column => $"{column.Name} {column.Type}").ShouldBe(
            ["id varchar", "n bigint", "small tinyint", "at timestamp", "animal varchar", "note varchar", "day varchar"]);
    }

    [Fact]
    public async Task Values_come_as_athena_writes_them()
    {
        await using var engine = await bucket.OpenAsync();

        const string Sql = """
            SELECT sum(x) AS s, 1 / 2, CAST(1 AS double), CAST(1 AS double) / 4, true, NULL, TIMESTAMP '2026-11-21 01:02:03', 'ä 😀'
            FROM (VALUES (1), (2)) AS t (x);
            """;
        var result = await engine.QueryAsync(Sql, Token);

        result.Rows.ShouldBe([["3", "0", "1.0", "0.25", "true", null, "2026-11-21 01:02:03.000", "ä 😀"]]);
        result.Columns[0].ShouldBe(new AnswerColumn("s", "bigint"));
    }

    [Fact]
    public async Task A_wrong_query_is_one_line_and_the_engine_lives_on()
    {
        await using var engine = await bucket.OpenAsync();

        var error = await Should.ThrowAsync<AthenaException>(() => engine.QueryAsync("SELECT color FROM visits", Token));

        error.Message.ShouldContain("color");
        error.Message.ShouldNotContain("\n");
        (await engine.QueryAsync("SELECT 1", Token)).Rows.ShouldBe([["1"]]);
    }

    [Theory]
    [InlineData("SELECT * FROM '{0}'")]
    [InlineData("SELECT * FROM \"{0}\"")]
    [InlineData("SELECT * FROM read_csv('{0}')")]
    [InlineData("SELECT * FROM main.read_text('{0}')")]
    [InlineData("SELECT * FROM system.main.read_text('{0}')")]
    [InlineData("SELECT system.main.getenv('HOME')")]
    [InlineData("SELECT * FROM duckdb_settings()")]
    [InlineData("SELECT * FROM information_schema.tables")]
    [InlineData("SELECT * FROM pragma_table_info('visits')")]
    [InlineData("WITH x AS (SELECT * FROM glob('{0}')) SELECT * FROM x")]
    [InlineData("WITH \"{0}\" AS (SELECT 1) SELECT (SELECT a FROM main.\"{0}\")")]
    [InlineData("SELECT 1; COPY (SELECT 42) TO '{0}.new'")]
    [InlineData("CREATE OR REPLACE VIEW v AS SELECT 1; COPY (SELECT 42) TO '{0}.new'")]
    [InlineData("COPY (SELECT 42) TO '{0}.new'")]
    [InlineData("ATTACH '{0}.new' AS d")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("PRAGMA version")]
    [InlineData("DESCRIBE '{0}'")]
    [InlineData("SELECT _raise('x')")]
    [InlineData("DELETE FROM visits")]
    public async Task A_query_reaches_nothing_but_the_tables(string sql)
    {
        bucket.Put("secret.csv", "a,b\n1,2\n"u8.ToArray());
        var file = Path.Combine(bucket.Path, "secret.csv");
        await using var engine = await bucket.OpenAsync();

        var error = await Should.ThrowAsync<AthenaException>(
            () => engine.QueryAsync(sql.Replace("{0}", file, StringComparison.Ordinal), Token));

        error.Message.ShouldStartWith("The query failed: ");
        File.Exists($"{file}.new").ShouldBeFalse();
        (await engine.QueryAsync("SELECT count(*) FROM visits", Token)).Rows.ShouldBe([["0"]]);
    }

    [Fact]
    public async Task Long_comments_before_a_query_take_no_time()
    {
        await using var engine = await bucket.OpenAsync();
        var comments = string.Concat(Enumerable.Repeat("-- one more line of words\n", 3_000));

        (await engine.QueryAsync($"{new string('-', 60_000)}\n{comments}/* and */ SELECT 1 -- ;", Token)).Rows.ShouldBe([["1"]]);
        var error = await Should.ThrowAsync<AthenaException>(() => engine.QueryAsync($"{new string('-', 60_000)}\n{comments}", Token));
        error.Message.ShouldContain("it is empty");
    }

    [Fact]
    public async Task A_torn_file_is_named_and_nothing_of_it_is_answered()
    {
        bucket.Deliver(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"id-{i},{i * 7919}\n")));
        var file = Directory.GetFiles(bucket.Path, "*.gz", SearchOption.AllDirectories).Single();
        var whole = await File.ReadAllBytesAsync(file, Token);
        await using var engine = await bucket.OpenAsync();

        foreach (var torn in new[] { whole[..(whole.Length / 2)], whole[..^8], [.. whole[..100], .. new byte[100], .. whole[200..]] })
        {
            await File.WriteAllBytesAsync(file, torn, Token);
            var error = await Should.ThrowAsync<AthenaException>(() => engine.QueryAsync("SELECT count(*) FROM visits", Token));
            error.Message.ShouldContain(Path.GetFileName(file));
        }

        await File.WriteAllBytesAsync(file, whole, Token);
        (await engine.QueryAsync("SELECT count(*) FROM visits", Token)).Rows.ShouldBe([["20000"]]);
    }

    [Fact]
    public async Task Any_character_keeps_its_row()
    {
        bucket.Deliver("a\U0010FFFFb,1\nc\uFFFFd\0e,2\n");

        (await RowsAsync("SELECT id, n FROM visits ORDER BY n")).ShouldBe([["a\U0010FFFFb", "1"], ["c\uFFFFd\0e", "2"]]);
    }

    [Fact]
    public async Task A_line_ends_at_each_kind_of_line_end_and_bytes_that_are_no_text_are_replaced()
    {
        bucket.Put("visits-2026/11/21/00/plain.csv", [.. "a\rb\r\nc\n\nd"u8, 0xFF]);
        bucket.Put("visits-2026/11/21/00/_hidden.csv", "hidden\n"u8.ToArray());
        bucket.Put("other-2026/11/21/00/other.csv", "other\n"u8.ToArray());

        (await RowsAsync("SELECT id FROM visits")).ShouldBe([["a"], ["b"], ["c"], [null], ["d\uFFFD"]]);
    }

    [Fact]
    public async Task A_query_can_be_cancelled_and_the_engine_goes_on()
    {
        await using var engine = await bucket.OpenAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        const string Endless = """
            SELECT count(*) FROM UNNEST(sequence(1, 9999)) AS a (x) CROSS JOIN UNNEST(sequence(1, 9999)) AS b (y)
            CROSS JOIN UNNEST(sequence(1, 9999)) AS c (z) WHERE sqrt(x + y + z) < 0
            """;

        var query = engine.QueryAsync(Endless, cancellation.Token);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => query);
        (await engine.QueryAsync("SELECT 1", Token)).Rows.ShouldBe([["1"]]);
    }

    [Fact]
    public async Task An_engine_may_be_ended_twice()
    {
        var engine = await bucket.OpenAsync();

        await engine.DisposeAsync();
        await engine.DisposeAsync();
    }

    [Fact]
    public async Task Texts_can_be_joined_as_a_table()
    {
        bucket.Deliver("a\nb\n");
        await using var engine = await bucket.OpenAsync();

        await engine.AddTableAsync("wanted", "id", ["b", "c", "c"], Token);
        await engine.AddTableAsync("wanted", "id", ["b", "'; x"], Token);

        (await engine.QueryAsync("SELECT wanted.id, visits.id FROM wanted LEFT JOIN visits ON wanted.id = visits.id ORDER BY 1", Token)).Rows
            .ShouldBe([["'; x", null], ["b", "b"]]);
        await Should.ThrowAsync<AthenaException>(() => engine.AddTableAsync("visits", "id", [], Token));
    }

    [Theory]
    [InlineData("CREATE EXTERNAL TABLE t (a struct<b:int>) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe' LOCATION 's3://b/p/'", "of type struct")]
    [InlineData("CREATE EXTERNAL TABLE t (a string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://b/p/'", "is no CREATE EXTERNAL TABLE of org.apache")]
    [InlineData("CREATE EXTERNAL TABLE t (a string) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe' LOCATION '/etc/'", "is no s3://BUCKET/PREFIX/")]
    public async Task A_definition_that_is_not_known_is_refused(string ddl, string message) =>
        (await Should.ThrowAsync<AthenaException>(() => AthenaEngine.OpenAsync(bucket.Path, [ddl], Token))).Message.ShouldContain(message);

    [Fact]
    public async Task A_table_without_partitions_has_the_usual_delimiter_and_null()
    {
        const string Ddl = """
            CREATE EXTERNAL TABLE zoo.plain (`a` string, b double, c boolean, d date, e int)
            ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe' LOCATION 's3://zoo-bucket/plain/'
            """;
        bucket.Put("plain/x", "\\N\u00011.5\u0001TRUE\u00012026-11-21\u00017\n\u0001x\u0001\u0001\u0001\n"u8.ToArray());
        await using var engine = await AthenaEngine.OpenAsync(bucket.Path, [Ddl], Token);

        (await engine.QueryAsync("SELECT * FROM zoo.plain", Token)).Rows.ShouldBe(
            [[null, "1.5", "true", "2026-11-21", "7"], ["", null, null, null, null]]);
    }

    private async Task<IReadOnlyList<IReadOnlyList<string?>>> RowsAsync(string sql)
    {
        await using var engine = await bucket.OpenAsync();
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
