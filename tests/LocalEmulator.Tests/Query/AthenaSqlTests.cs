using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics;
using LocalEmulator.Conversations;
using LocalEmulator.Query;

namespace LocalEmulator.Tests.Query;

public sealed class AthenaSqlTests : IDisposable
{
    private readonly TemporaryBucket bucket = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Queries =>
        [.. Directory.GetFiles(Repository.Find("athena", "queries"), "*.sql").Select(path => Path.GetFileName(path))];

    public static TheoryData<string> ViewNames => [.. Views.All.Select(view => view.Name)];

    public void Dispose() => bucket.Dispose();

    [Fact]
    public void The_ddl_declares_the_columns_of_the_record_in_order()
    {
        var ddl = File.ReadAllText(Repository.Find("athena", "petmatch.sql"));

        var declared = Regex.Matches(ddl[..ddl.IndexOf("PARTITIONED BY", StringComparison.Ordinal)], "`(?<name>\\w+)` (?<type>\\w+)");

        declared.Select(match => (match.Groups["name"].Value, match.Groups["type"].Value))
            .ShouldBe(Columns.All.Select(column => (column.Name, column.AthenaType)));
    }

    [Fact]
    public void The_ddl_names_database_table_bucket_prefix_and_partition_as_the_code_does()
    {
        var ddl = File.ReadAllText(Repository.Find("athena", "petmatch.sql"));

        ddl.ShouldContain($"TABLE IF NOT EXISTS {Names.Database}.{Names.Table} (");
        ddl.ShouldContain($"PARTITIONED BY (`{Names.PartitionColumn}` string)");
        ddl.ShouldContain($"'storage.location.template' = 's3://{Names.LocalBucket}/{Names.DeliveryPrefix}${{{Names.PartitionColumn}}}/'");
        ddl.ShouldContain($"LOCATION 's3://{Names.LocalBucket}/'");
        File.ReadAllText(Repository.Find("athena", "database.sql")).ShouldBe($"CREATE DATABASE IF NOT EXISTS {Names.Database};\n");
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_begins_with_its_question(string file) =>
        File.ReadLines(Repository.Find("athena", "queries", file)).First().ShouldMatch(@"^-- \S.*\?$");

    [Fact]
    public async Task Each_query_gives_what_counting_the_hits_gives()
    {
        var rows = DeliveredHits.Create();
        foreach (var day in rows.GroupBy(row => row.Day))
        {
            bucket.Deliver(string.Concat(day.Select(row => row.Line)), $"{day.Key}/09");
        }

        var expected = new ExpectedAnswers(rows).Answers;
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, bucket.Path, Token);

        foreach (var file in QueryFile.ReadAll(SkillDefinition.PetMatch))
        {
            expected.ShouldContainKey(file.Name);
            var answer = await engine.QueryAsync(file.AsOf("2026-11-21").Sql, Token);
            answer.Rows.Count.ShouldBeGreaterThan(1, file.Name);
            answer.Rows.Select(row => string.Join(" | ", row.Select(value => value ?? "NULL")))
                .ShouldBe(expected[file.Name]().Select(row => string.Join(" | ", row.Select(value => value ?? "NULL"))), file.Name);
        }
    }

    [Fact]
    public async Task Each_query_reads_a_range_of_days_and_runs_as_it_stands()
    {
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, bucket.Path, Token);

        foreach (var file in QueryFile.ReadAll(SkillDefinition.PetMatch))
        {
            file.Sql.ShouldMatch(@"day >= date_format\(current_date - interval '\d+' day, '%Y/%m/%d'\)", file.Name);
            (await engine.QueryAsync(file.Sql, Token)).Rows.ShouldBeEmpty(file.Name);
        }
    }

    [Theory]
    [InlineData("animal")]
    [InlineData("size")]
    [InlineData("temperament")]
    [InlineData("energy")]
    public void The_base_words_of_a_query_are_those_of_the_models(string slot)
    {
        var sql = File.ReadAllText(Repository.Find("athena", "queries", $"{slot}-base-words.sql"));

        Regex.Matches(sql, @"\('(\w\w-\w\w)', '([^']+)', '([^']+)'\)").Select(row => $"{row.Groups[1]} {row.Groups[2]} {row.Groups[3]}").ShouldBe(
            from locale in PetMatchTalk.Models.Locales
            from value in BaseWords(locale, slot)
            let canonical = BaseWords("en-US", slot)[value.Key]
            where canonical != value.Value
            select $"{locale} {canonical} {value.Value.ToLowerInvariant()}");
    }

    [Fact]
    public async Task The_published_query_on_base_words_runs_as_it_stands_and_gives_nan_where_nothing_was_said()
    {
        const string Published = """
            SELECT
              temperament,
              CAST(matched AS double) / CAST(count AS double) as synonym_spread
              FROM (
                SELECT
                slot_value_temperament_resolved as temperament,
                count(slot_value_temperament_resolved) as count,
                sum(case when slot_value_temperament_resolved = slot_value_temperament_synonym then 1 else 0 end) as matched

                FROM petmatch
                GROUP BY 1
            )
            """;
        bucket.Deliver("a,u,1,,,,,,,guard,guard,1\nb,u,1,,,,,,,guard,to protect me,1\nc,u\n");
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, bucket.Path, Token);

        (await engine.QueryAsync($"{Published} ORDER BY 1", Token)).Rows.ShouldBe([["guard", "0.5"], [null, "NaN"]]);
    }

    [Theory]
    [MemberData(nameof(ViewNames))]
    public async Task A_view_has_the_columns_that_the_code_says(string name)
    {
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, bucket.Path, Token);

        var answer = await engine.QueryAsync($"SELECT * FROM {name}", Token);

        answer.Columns.Select(column => (column.Name, column.Type))
            .ShouldBe(Views.All.Single(view => view.Name == name).Columns.Select(column => (column.Name, column.Type.PrestoName())));
    }

    [Fact]
    public async Task A_view_has_one_row_for_a_request_of_a_day()
    {
        var rows = DeliveredHits.Create();
        foreach (var day in rows.GroupBy(row => row.Day))
        {
            bucket.Deliver(string.Concat(day.Select(row => row.Line)), $"{day.Key}/09");
        }

        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, bucket.Path, Token);

        (await engine.QueryAsync("SELECT count(*) FROM petmatch", Token)).Rows.ShouldBe([[$"{rows.Count}"]]);
        var once = rows.DistinctBy(row => (row.Day, row.Id)).ToList();
        var hits = once.Count(row => row["outcome"] != "elicit");
        (await engine.QueryAsync("SELECT count(*) FROM petmatch_turns", Token)).Rows.ShouldBe([[$"{once.Count}"]]);
        (await engine.QueryAsync("SELECT count(*) FROM petmatch_hits", Token)).Rows.ShouldBe([[$"{hits}"]]);
        (await engine.QueryAsync("SELECT count(*), count(DISTINCT session_id) FROM petmatch_dialogs WHERE day = '2026/11/20'", Token)).Rows
            .ShouldHaveSingleItem().Distinct().ShouldHaveSingleItem();
    }

    private static Dictionary<string, string> BaseWords(string locale, string slot)
    {
        using var model = JsonDocument.Parse(File.ReadAllBytes(Repository.Find("alexa", "interactionModels", "custom", $"{locale}.json")));
        return model.RootElement.GetProperty("interactionModel").GetProperty("languageModel").GetProperty("types").EnumerateArray()
            .Single(type => type.GetProperty("name").GetString() == slot).GetProperty("values").EnumerateArray()
            .ToDictionary(value => value.GetProperty("id").GetString()!, value => value.GetProperty("name").GetProperty("value").GetString()!);
    }

    [Fact]
    public void The_published_table_declares_the_published_columns_over_a_fixed_prefix()
    {
        var ddl = File.ReadAllText(Repository.Find("athena", "petmatch-published.sql"));

        Regex.Matches(ddl, "`(?<name>\\w+)` (?<type>\\w+)").Select(match => (match.Groups["name"].Value, match.Groups["type"].Value))
            .ShouldBe(Columns.All.Take(DeliveredHits.PublishedColumns).Select(column => (column.Name, column.AthenaType)));
        ddl.ShouldContain($"LOCATION 's3://{Names.LocalBucket}/{Names.DeliveryPrefix}2017/'");
    }
}
