namespace LocalAthena.Tests;

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
    [InlineData("substr('abc', 0)", "", "varchar")]
    [InlineData("substr('abc', -5)", "", "varchar")]
    [InlineData("substr('abc', -2)", "bc", "varchar")]
    [InlineData("substr('abc', 4)", "", "varchar")]
    [InlineData("substr('abc', 2, -1)", "", "varchar")]
    [InlineData("substring('abc', 0, 2)", "", "varchar")]
    [InlineData("substring('abc' FROM 0 FOR 2)", "", "varchar")]
    [InlineData("substring('abc' FROM 2 FOR 1)", "b", "varchar")]
    [InlineData("CAST(2.5e0 AS integer)", "3", "integer")]
    [InlineData("CAST(-2.5e0 AS bigint)", "-3", "bigint")]
    [InlineData("CAST(3.5e0 AS tinyint)", "4", "tinyint")]
    [InlineData("CAST(2.5 AS integer)", "3", "integer")]
    [InlineData("CAST('7' AS integer)", "7", "integer")]
    [InlineData("CAST(NULL AS bigint)", null, "bigint")]
    [InlineData("CAST(NULL AS date)", null, "date")]
    [InlineData("CAST(NULL AS timestamp)", null, "timestamp")]
    [InlineData("try_cast(NULL AS boolean)", null, "boolean")]
    [InlineData("try_cast('2.5' AS integer)", null, "integer")]
    [InlineData("try_cast(' 5' AS integer)", null, "integer")]
    [InlineData("try_cast('2026/11/21' AS date)", null, "date")]
    [InlineData("try_cast('yes' AS boolean)", null, "boolean")]
    [InlineData("CAST('2026-11-21' AS date)", "2026-11-21", "date")]
    [InlineData("CAST('2026-11-21 01:02:03.5' AS timestamp)", "2026-11-21 01:02:03.500", "timestamp")]
    [InlineData("CAST(1e0 AS varchar)", "1.0E0", "varchar")]
    [InlineData("CAST(-0.00125e0 AS varchar)", "-1.25E-3", "varchar")]
    [InlineData("CAST(123456.75e0 AS varchar)", "1.2345675E5", "varchar")]
    [InlineData("CAST(0e0 AS varchar)", "0E0", "varchar")]
    [InlineData("CAST(0e0 / 0e0 AS varchar)", "NaN", "varchar")]
    [InlineData("CAST(1.50 AS varchar)", "1.50", "varchar")]
    [InlineData("CAST(12 AS varchar)", "12", "varchar")]
    [InlineData("CAST(true AS varchar)", "true", "varchar")]
    [InlineData("CAST(TIMESTAMP '2026-11-21 01:02:03' AS varchar)", "2026-11-21 01:02:03.000", "varchar")]
    [InlineData("0e0 / 0e0", "NaN", "double")]
    [InlineData("1e0 / 0", "Infinity", "double")]
    [InlineData("-1 / 0e0", "-Infinity", "double")]
    [InlineData("mod(7e0, 0e0)", "NaN", "double")]
    [InlineData("-7 % 3", "-1", "integer")]
    [InlineData("ln(0e0)", "-Infinity", "double")]
    [InlineData("log10(-1e0)", "NaN", "double")]
    [InlineData("log(2, 8)", "3.0", "double")]
    [InlineData("sqrt(-1e0)", "NaN", "double")]
    [InlineData("acos(2e0)", "NaN", "double")]
    [InlineData("sign(-2.5e0)", "-1.0", "double")]
    [InlineData("round(2.5e0)", "3.0", "double")]
    [InlineData("sequence(3, 1)", "[3, 2, 1]", "array")]
    [InlineData("sequence(1, 5, 2)", "[1, 3, 5]", "array")]
    [InlineData("sequence(DATE '2026-02-28', DATE '2026-03-01')", "[2026-02-28, 2026-03-01]", "array")]
    [InlineData("sequence(DATE '2026-01-01', DATE '2026-03-01', interval '1' month)", "[2026-01-01, 2026-02-01, 2026-03-01]", "array")]
    [InlineData("array_distinct(ARRAY[3, 1, 3, NULL, 2, NULL])", "[3, 1, null, 2]", "array")]
    [InlineData("array_max(ARRAY[1, NULL])", null, "integer")]
    [InlineData("contains(ARRAY[1, NULL], 2)", null, "boolean")]
    [InlineData("contains(ARRAY[1, 2], 3)", "false", "boolean")]
    [InlineData("arrays_overlap(ARRAY[1, NULL], ARRAY[2])", null, "boolean")]
    [InlineData("slice(ARRAY[1, 2, 3], -2, 3)", "[2, 3]", "array")]
    [InlineData("slice(ARRAY[1, 2, 3], 1, 2)", "[1, 2]", "array")]
    [InlineData("ARRAY[1, 2][2]", "2", "integer")]
    [InlineData("MAP(ARRAY['a'], ARRAY[1])['a']", "1", "integer")]
    [InlineData("element_at(MAP(ARRAY['a'], ARRAY[1]), 'b')", null, "integer")]
    [InlineData("element_at(ARRAY[1, 2], -1)", "2", "integer")]
    [InlineData("cardinality(MAP(ARRAY['a', 'b'], ARRAY[1, NULL]))", "2", "bigint")]
    [InlineData("cardinality(split('a,b,c', ','))", "3", "bigint")]
    [InlineData("array_join(ARRAY[1e0], ',')", "1.0E0", "varchar")]
    [InlineData("ARRAY[1.5e0, NULL]", "[1.5, null]", "array")]
    [InlineData("ARRAY[TIMESTAMP '2026-11-21 01:02:03']", "[2026-11-21 01:02:03.000]", "array")]
    [InlineData("MAP(ARRAY[1], ARRAY[TIMESTAMP '2026-11-21 01:02:03.5'])", "{1=2026-11-21 01:02:03.500}", "map")]
    [InlineData("ARRAY['2026-11-21 01:02:03', 'a']", "[2026-11-21 01:02:03, a]", "array")]
    [InlineData("transform(ARRAY[1, 2], x -> x + 1)", "[2, 3]", "array")]
    [InlineData("filter(ARRAY[1, 2], x -> x > 1)", "[2]", "array")]
    [InlineData("if(1 = 2, 'a')", null, "varchar")]
    [InlineData("if(1 = 1, 'a', 'b')", "a", "varchar")]
    [InlineData("typeof(1)", "integer", "varchar")]
    [InlineData("typeof(count(*))", "bigint", "varchar")]
    [InlineData("typeof(ARRAY[1.5])", "array(decimal(2,1))", "varchar")]
    [InlineData("typeof(MAP(ARRAY['a'], ARRAY[DATE '2026-01-01']))", "map(varchar, date)", "varchar")]
    [InlineData("try(1 / 0)", null, "integer")]
    [InlineData("try(split_part('a', ',', 0))", null, "varchar")]
    [InlineData("replace('abc', '', '-')", "-a-b-c-", "varchar")]
    [InlineData("trim(chr(9) || 'a ')", "a", "varchar")]
    [InlineData("trim(BOTH 'x' FROM 'xax')", "a", "varchar")]
    [InlineData("upper('straße')", "STRAßE", "varchar")]
    [InlineData("levenshtein_distance('ä', 'a')", "1", "bigint")]
    [InlineData("extract(dow FROM DATE '2026-11-22')", "7", "bigint")]
    [InlineData("extract(year FROM DATE '2026-11-22')", "2026", "bigint")]
    [InlineData("date('2026-11-21')", "2026-11-21", "date")]
    [InlineData("json_extract_scalar('{\"a\":{\"b\":1}}', '$.a')", null, "varchar")]
    [InlineData("json_extract_scalar('{\"a\":1}', '$.a')", "1", "varchar")]
    [InlineData("json_extract_scalar('{', '$.a')", null, "varchar")]
    public async Task A_function_gives_what_athenas_gives(string expression, string? value, string type)
    {
        var answer = await engine.QueryAsync($"SELECT {expression} AS x");

        answer.Columns.ShouldBe([new AnswerColumn("x", type)]);
        answer.Rows.ShouldHaveSingleItem().ShouldBe([value]);
    }

    [Theory]
    [InlineData("visits")]
    [InlineData("zoo.visits")]
    [InlineData("\"zoo\".\"visits\"")]
    [InlineData("\"AwsDataCatalog\".\"zoo\".\"visits\"")]
    [InlineData("awsdatacatalog.zoo.animals")]
    public async Task The_table_has_athenas_names(string table) =>
        (await engine.QueryAsync($"SELECT count(*) FROM {table}")).Rows.ShouldBe([["0"]]);

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task Nulls_come_last_either_way(string direction) =>
        (await engine.QueryAsync($"SELECT x FROM (VALUES (NULL), (1)) AS t (x) ORDER BY x {direction}")).Rows.ShouldBe([["1"], [null]]);

    [Fact]
    public async Task A_column_without_a_name_is_called_by_its_position() =>
        (await engine.QueryAsync("SELECT count(*), animal, 1 AS one FROM visits GROUP BY animal")).Columns
            .Select(column => column.Name).ShouldBe(["_col0", "animal", "one"]);

    [Theory]
    [InlineData("SELECT strftime(now(), '%Y')", "the function strftime is not among Athena's that are known here")]
    [InlineData("SELECT a FROM (SELECT list_sum(ARRAY[1]) AS a)", "the function list_sum is not among")]
    [InlineData("SELECT * FROM read_csv('/etc/hosts')", "the function read_csv is not among")]
    [InlineData("SELECT approx_most_frequent(3, animal, 10) FROM visits", "though approx_distinct, approx_percentile are; query")]
    [InlineData("SELECT 1\nFROM a b c", "line 2:10: syntax error")]
    [InlineData("SELECT 1; SELECT 2", "2 statements")]
    [InlineData("DROP TABLE visits", "it is no query but a statement for Athena's console (DROP TABLE visits …)")]
    [InlineData("SELECT * FROM nowhere", "nowhere does not exist")]
    [InlineData("SELECT \"$path\" FROM visits", "the hidden column \"$path\" is Athena's and not known here")]
    [InlineData("SELECT count(*) FROM visits v WHERE v.\"$file_size\" > 0", "the hidden column \"$file_size\" is Athena's and not known here")]
    [InlineData("SELECT 1 / 0", "Division by zero")]
    [InlineData("SELECT mod(7, 0)", "Division by zero")]
    [InlineData("SELECT 7 % 0", "Division by zero")]
    [InlineData("SELECT 1.0 / 3", "write 1e0")]
    [InlineData("SELECT avg(1.5)", "cast to double")]
    [InlineData("SELECT ARRAY[1][5]", "The array has no element 5")]
    [InlineData("SELECT ARRAY[1][0]", "The array has no element 0")]
    [InlineData("SELECT MAP(ARRAY['a'], ARRAY[1])['b']", "Key not present in map: b")]
    [InlineData("SELECT element_at(ARRAY[1], 0)", "SQL array indices start at 1")]
    [InlineData("SELECT split_part('a,b', ',', 0)", "Index must be greater than zero")]
    [InlineData("SELECT split('a', '')", "may not be the empty string")]
    [InlineData("SELECT lpad('a', 3, '')", "may not be the empty string")]
    [InlineData("SELECT log(100)", "log")]
    [InlineData("SELECT sequence(1, 5, -1)", "The step of a sequence")]
    [InlineData("SELECT CAST('2.5' AS integer)", "Cannot cast '2.5' to a whole number")]
    [InlineData("SELECT CAST(' 5' AS bigint)", "Cannot cast ' 5' to a whole number")]
    [InlineData("SELECT CAST('2026/11/21' AS date)", "Cannot cast '2026/11/21' to date")]
    [InlineData("SELECT DATE '2026/11/21'", "Cannot cast '2026/11/21' to date")]
    [InlineData("SELECT CAST('2026-11-21T01:02:03' AS timestamp)", "to timestamp")]
    [InlineData("SELECT CAST(ARRAY[1] AS varchar)", "Cannot cast array(integer) to varchar")]
    [InlineData("SELECT from_iso8601_date('2026/11/21')", "to an ISO 8601 date")]
    [InlineData("SELECT current_date - DATE '2026-11-21'", "use date_diff")]
    [InlineData("SELECT interval '1' day", "is an interval")]
    [InlineData("SELECT now() AT TIME ZONE 'Europe/Berlin'", "AT TIME ZONE is not known here")]
    [InlineData("SELECT date_format(now(), '%w')", "date_format knows no")]
    [InlineData("SELECT 'a' ~ 'b'", "regexp_full_match is not among")]
    [InlineData("SELECT 2 ^ 3", "the operator ^")]
    [InlineData("SELECT [1, 2]", "the syntax of [1, 2]")]
    [InlineData("SELECT (ARRAY[1, 2])[1:2]", "ARRAY_SLICE")]
    [InlineData("SELECT * EXCLUDE (id) FROM visits", "EXCLUDE")]
    [InlineData("SELECT animal, count(*) FROM visits GROUP BY ALL", "GROUP BY ALL")]
    [InlineData("SELECT DISTINCT ON (animal) id FROM visits", "DISTINCT ON")]
    [InlineData("SELECT id FROM visits QUALIFY true", "QUALIFY")]
    [InlineData("SELECT id FROM visits SEMI JOIN animals USING (animal)", "SEMI")]
    [InlineData("SELECT * FROM (PIVOT visits ON animal USING count(*))", "it is more than one query")]
    [InlineData("", "it is empty")]
    [InlineData("-- nothing", "it is empty")]
    [InlineData("CREATE OR REPLACE VIEW zoo.animals AS SELECT 1", "it is the definition of the view animals, which is known here")]
    [InlineData("CREATE EXTERNAL TABLE zoo.t (a string) LOCATION 's3://b/'", "a statement for Athena's console (CREATE EXTERNAL TABLE …)")]
    [InlineData("SELECT format_datetime(now(), 'ZZZ')", "format_datetime knows yyyy")]
    public async Task What_is_not_known_is_said_in_one_line(string sql, string message)
    {
        var error = await Should.ThrowAsync<AthenaException>(() => engine.QueryAsync(sql));

        error.Message.ShouldContain(message);
        error.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("SELECT x FROM (VALUES 1, 2) AS t (x) ORDER BY x")]
    [InlineData("WITH t (x) AS (VALUES 1, (2)) SELECT x FROM t ORDER BY x")]
    [InlineData("VALUES 1, 2 ORDER BY 1")]
    [InlineData("SELECT x FROM (VALUES abs(-1), (1) + 1) AS t (x) ORDER BY x")]
    public async Task Rows_of_values_need_no_parentheses(string sql) =>
        (await engine.QueryAsync(sql)).Rows.ShouldBe([["1"], ["2"]]);

    [Theory]
    [InlineData("approx_distinct(x) FILTER (WHERE x > 1)", "2")]
    [InlineData("arbitrary(x) FILTER (WHERE x = 3)", "3")]
    [InlineData("max_by(x, -x) FILTER (WHERE x > 1)", "2")]
    [InlineData("every(DISTINCT x > 0)", "true")]
    [InlineData("approx_percentile(x, 0.5) FILTER (WHERE x > 1)", "2")]
    [InlineData("avg(DISTINCT x)", "2.0")]
    public async Task An_aggregate_under_another_name_keeps_its_clauses(string expression, string value) =>
        (await engine.QueryAsync($"SELECT {expression} FROM (VALUES 1, 2, 3) AS t (x)")).Rows.ShouldBe([[value]]);

    [Fact]
    public async Task Names_of_columns_are_in_lower_case() =>
        (await engine.QueryAsync("SELECT 1 AS Foo, 2 AS \"Bar\"")).Columns.Select(column => column.Name).ShouldBe(["foo", "bar"]);

    [Fact]
    public async Task The_tables_and_their_columns_can_be_asked_for()
    {
        (await engine.QueryAsync("SHOW TABLES;")).Rows.ShouldBe([["animals"], ["visits"]]);
        (await engine.QueryAsync("DESCRIBE zoo.animals")).Rows.ShouldBe([["animal", "varchar", ""], ["visits", "bigint", ""]]);
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
