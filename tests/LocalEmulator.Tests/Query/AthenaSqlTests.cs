using System.Globalization;
using System.Text.RegularExpressions;
using Analytics;
using LocalEmulator.Query;

namespace LocalEmulator.Tests.Query;

public sealed class AthenaSqlTests : IDisposable
{
    private readonly TemporaryBucket bucket = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Queries =>
        [.. Directory.GetFiles(Repository.Find("athena", "queries"), "*.sql").Select(path => Path.GetFileName(path))];

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
    public async Task The_queries_give_what_counting_the_hits_gives()
    {
        var hits = Enumerable.Range(0, 3_000).Select(AnyHit).ToList();
        bucket.Deliver(hits.Take(2_000), "2026/11/21/22");
        bucket.Deliver(hits.Skip(1_990), "2026/11/21/23");
        await using var engine = await QueryEngine.StartAsync(bucket.Path, Token);

        var animals = await AnswerAsync(engine, "animals.sql");
        var temperaments = await AnswerAsync(engine, "temperament-base-words.sql");

        var answers = hits.Where(hit => hit.Outcome != Outcome.Elicit).ToList();
        animals.Columns.Select(column => column.Name).ShouldBe(["animal", "count"]);
        animals.Rows.ShouldBe(answers.Where(hit => hit.Animal is not null).CountBy(hit => hit.Animal!.Resolved!)
            .OrderByDescending(animal => animal.Value).ThenBy(animal => animal.Key, StringComparer.Ordinal)
            .Select(animal => (string?[])[animal.Key, animal.Value.ToString(CultureInfo.InvariantCulture)]));
        temperaments.Columns.Select(column => column.Name).ShouldBe(["temperament", "synonym_spread"]);
        temperaments.Rows.Select(row => (row[0], double.Parse(row[1]!, CultureInfo.InvariantCulture))).ShouldBe(
            answers.Where(hit => hit.Temperament is not null).GroupBy(hit => hit.Temperament!.Resolved)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Average(hit => hit.Temperament!.Resolved == hit.Temperament.Synonym ? 1.0 : 0.0))));
    }

    private static async Task<QueryResult> AnswerAsync(QueryEngine engine, string file) =>
        await engine.QueryAsync(await File.ReadAllTextAsync(Repository.Find("athena", "queries", file), Token), Token);

    private static Hit AnyHit(int number)
    {
        var random = new Random(number);
        return new Hit(
            $"request-{number}",
            "user, with a comma",
            random.Next(100),
            random.Next(5) == 0 ? null : Slot(random, "dog", "cat", "ti\\ger"),
            null,
            random.Next(5) == 0 ? null : Slot(random, "family", "guard", "watch"),
            null,
            DateTimeOffset.UnixEpoch.AddMinutes(number),
            "session",
            NewSession: true,
            "en-US",
            "COMPLETED",
            (Outcome)random.Next(5),
            null,
            null,
            null,
            Screen: false,
            null);
    }

    private static SlotHit Slot(Random random, params string[] values)
    {
        var value = values[random.Next(values.Length)];
        return new SlotHit(value, random.Next(2) == 0 ? value : $"{value}-like", IsValid: true);
    }
}
