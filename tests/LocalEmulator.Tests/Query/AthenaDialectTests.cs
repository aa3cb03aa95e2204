using LocalEmulator.Query;

namespace LocalEmulator.Tests.Query;

/// <summary>What Athena's functions give, by Trino's documentation.</summary>
public sealed class AthenaDialectTests(EmptyTable engine) : IClassFixture<EmptyTable>
{
    [Theory]
    [InlineData("date_add('day', -30, DATE '2026-11-21')", "2026-10-22", "date")]
    [InlineData("DATE '2026-01-31' + interval '1' month", "2026-02-28", "date")]
    [InlineData("max(DATE '2026-11-21') - interval '2' day", "2026-11-19", "date")]
    [InlineData("TIMESTAMP '2026-11-21 00:00:00' - interval '1' hour", "2026-11-20 23:00:00.000", "timestamp")]
    [InlineData("date_diff('day', TIMESTAMP '2026-01-01 23:00:00', TIMESTAMP '2026-01-02 01:00:00')", "0", "bigint")]
    [InlineData("date_trunc('week', DATE '2026-11-22')", "2026-11-16", "date")]
    [InlineData("date_trunc('hour', TIMESTAMP '2026-11-22 03:04:05.678')", "2026-11-22 03:00:00.000", "timestamp")]
    [InlineData("date_format(TIMESTAMP '2026-11-21 03:04:05.678', '%W %M %e %c')", "Saturday November 21 11", "varchar")]
    [InlineData("date_format(TIMESTAMP '2026-11-21 03:04:05.678', '%H:%i:%s %x-%v')", "03:04:05 2026-47", "varchar")]
    [InlineData("date_parse('2026/11/21 03', '%Y/%m/%d %H')", "2026-11-21 03:00:00.000", "timestamp")]
    [InlineData("format_datetime(TIMESTAMP '2026-11-21 03:04:05.678', 'yyyy/MM/dd HH:mm:ss.SSS')", "2026/11/21 03:04:05.678", "varchar")]
    [InlineData("day_of_week(DATE '2026-11-22')", "7", "bigint")]
    [InlineData("from_unixtime(0)", "1970-01-01 00:00:00.000 UTC", "timestamp with time zone")]
    [InlineData("7 / 2", "3", "integer")]
    [InlineData("-7 / 2", "-3", "integer")]
    [InlineData("7 / 2e0", "3.5", "double")]
    [InlineData("sum(3) / count(*)", "3", "bigint")]
    [InlineData("1e7", "1.0E7", "double")]
    [InlineData("1.5e-4", "1.5E-4", "double")]
    [InlineData("avg(2)", "2.0", "double")]
    [InlineData("greatest(1, NULL)", null, "integer")]
    [InlineData("('a' || NULL) IS NULL", "true", "boolean")]
    [InlineData("concat('a', 'b', NULL) IS NULL", "true", "boolean")]
    [InlineData("split_part('a,b', ',', 3)", null, "varchar")]
    [InlineData("regexp_extract('abc', '[0-9]+')", null, "varchar")]
    [InlineData("regexp_replace('abcb', '(b)', '[$1]')", "a[b]c[b]", "varchar")]
    [InlineData("regexp_like('abc', 'b')", "true", "boolean")]
    [InlineData("length(to_utf8('ä'))", "2", "bigint")]
    [InlineData("length('ä')", "1", "bigint")]
    [InlineData("try_cast('x' AS bigint)", null, "bigint")]
    [InlineData("split('a,b', ',')", "[a, b]", "array")]
    [InlineData("cardinality(ARRAY[1, NULL])", "2", "bigint")]
    [InlineData("element_at(ARRAY[1], 2)", null, "integer")]
    [InlineData("array_join(ARRAY['a', NULL, 'b'], ', ')", "a, b", "varchar")]
    [InlineData("array_sort(ARRAY[2, NULL, 1])", "[1, 2, null]", "array")]
    [InlineData("map_agg('k', 1)", "{k=1}", "map")]
    [InlineData("approx_percentile(5, 0.5)", "5", "integer")]
    [InlineData("approx_distinct(5)", "1", "bigint")]
    [InlineData("arbitrary(5)", "5", "integer")]
    [InlineData("max_by(NULL, 1)", null, "integer")]
    [InlineData("count_if(1 = 2)", "0", "bigint")]
    public async Task A_function_gives_what_athenas_gives(string expression, string? value, string type)
    {
        var answer = await engine.QueryAsync($"SELECT {expression} AS x");

        answer.Columns.ShouldBe([new ResultColumn("x", type)]);
        answer.Rows.ShouldHaveSingleItem().ShouldBe([value]);
    }

    [Theory]
    [InlineData("petmatch")]
    [InlineData("analytics.petmatch")]
    [InlineData("\"analytics\".\"petmatch\"")]
    [InlineData("\"AwsDataCatalog\".\"analytics\".\"petmatch\"")]
    [InlineData("awsdatacatalog.analytics.petmatch_hits")]
    public async Task The_table_has_athenas_names(string table) =>
        (await engine.QueryAsync($"SELECT count(*) FROM {table}")).Rows.ShouldBe([["0"]]);

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task Nulls_come_last_either_way(string direction) =>
        (await engine.QueryAsync($"SELECT x FROM (VALUES (NULL), (1)) AS t (x) ORDER BY x {direction}")).Rows.ShouldBe([["1"], [null]]);

    [Fact]
    public async Task A_column_without_a_name_is_called_by_its_position() =>
        (await engine.QueryAsync("SELECT count(*), locale, 1 AS one FROM petmatch GROUP BY locale")).Columns
            .Select(column => column.Name).ShouldBe(["_col0", "locale", "one"]);

    [Theory]
    [InlineData("SELECT strftime(event_time, '%Y') FROM petmatch", "the function strftime is not among Athena's that are known here")]
    [InlineData("SELECT a FROM (SELECT list_sum(ARRAY[1]) AS a)", "the function list_sum is not among")]
    [InlineData("SELECT * FROM read_csv('/etc/hosts')", "the function read_csv is not among")]
    [InlineData("SELECT approx_most_frequent(3, breed, 10) FROM petmatch", "though approx_distinct, approx_percentile are; query")]
    [InlineData("SELECT 1\nFROM a b c", "line 2:10: syntax error")]
    [InlineData("SELECT 1; SELECT 2", "2 statements")]
    [InlineData("DROP TABLE petmatch", "it is no query")]
    [InlineData("SELECT * FROM nowhere", "nowhere does not exist")]
    [InlineData("SELECT 1 / 0", "Division by zero")]
    [InlineData("SELECT format_datetime(now(), 'ZZZ')", "format_datetime knows yyyy")]
    public async Task What_is_not_known_is_said_in_one_line(string sql, string message)
    {
        var error = await Should.ThrowAsync<EmulatorException>(() => engine.QueryAsync(sql));

        error.Message.ShouldContain(message);
        error.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Show_functions_lists_what_is_known_and_no_helper()
    {
        var functions = (await engine.QueryAsync("SHOW FUNCTIONS;")).Rows.Select(row => row[0]).ToList();

        functions.ShouldContain("approx_percentile");
        functions.ShouldContain("count");
        functions.ShouldAllBe(name => char.IsAsciiLetterLower(name![0]));
    }
}
