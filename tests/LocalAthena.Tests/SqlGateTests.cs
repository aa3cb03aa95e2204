namespace LocalAthena.Tests;

/// <summary>Whatever is asked, a query reads the tables and nothing else, writes nothing, and ends with an answer or one line.</summary>
public sealed class SqlGateTests : IDisposable
{
    private const string Secret = "canary";

    private static readonly string[] Queries =
    [
        "SELECT animal, count(*) AS n FROM visits WHERE n > 1 GROUP BY animal ORDER BY 2 DESC LIMIT 3",
        "WITH a AS (SELECT id, small FROM visits) SELECT v.id FROM visits AS v JOIN a ON a.id = v.id",
        "SELECT * FROM (VALUES (1, 'x'), (2, 'y')) AS t (a, b) UNION ALL SELECT 3, note FROM visits",
        "SELECT date_trunc('day', at) AS d, approx_distinct(id) FROM visits GROUP BY 1",
        "SHOW TABLES", "DESCRIBE visits", "SHOW FUNCTIONS",
        "SELECT * FROM read_text('FILE')", "SELECT * FROM 'FILE'", "SELECT * FROM \"FILE\"", "SELECT * FROM glob('FILE*')",
        "COPY (SELECT 42) TO 'FILE.new'", "ATTACH 'FILE.new' AS d", "EXPORT DATABASE 'FILE.new'", "INSTALL httpfs", "LOAD 'FILE'",
        "CREATE TABLE t AS SELECT * FROM read_csv('FILE')", "CREATE OR REPLACE VIEW v AS SELECT * FROM read_blob('FILE')",
        "SET enable_external_access = true", "PRAGMA database_list", "CALL pragma_version()", "DROP TABLE visits",
        "INSERT INTO visits SELECT * FROM visits", "PREPARE q AS SELECT 1", "EXECUTE q", "SELECT getenv('HOME')",
    ];

    // What a query may be broken by, and what could lead out of it.
    private static readonly string[] Odd =
    [
        ";", "; ", "'", "\"", "`", "(", ")", ",", "--", "/*", "*/", "$$", "$1", "?", ":x", "::", "\\", "\0", "\n", "\u2028", "\ud83d", "\U0001F436",
        "0", "-1", "1e400", "NULL", "main.", "system.main.", "pg_catalog.", "\"FILE\"", "'FILE'", "E'\\x41'", "x'41'", "CAST(", "TRY(", "UNNEST(",
    ];

    private readonly Bucket bucket = new();

    public void Dispose() => bucket.Dispose();

    [Fact]
    public async Task No_made_up_query_reaches_a_file()
    {
        bucket.Deliver("a,1,1,2026-11-21 00:00:00.000,cat,x\nb,2,0,2026-11-21 01:00:00.000,dog,y\n");
        bucket.Put("secret.csv", "a,b\ncanary,2\n"u8.ToArray());
        var file = Path.Combine(bucket.Path, "secret.csv");
        var files = Files();
        await using var engine = await bucket.OpenAsync();
        foreach (var seed in Fuzz.Seeds(1_000))
        {
            var sql = Query(new Random(seed)).Replace("FILE", file, StringComparison.Ordinal);
            (await AnswerAsync(engine, sql)).ShouldNotContain(Secret, Case.Insensitive, $"{Fuzz.Alone(seed)}\n{sql}");
            Files().ShouldBe(files, $"{Fuzz.Alone(seed)}\n{sql}");
        }

        (await engine.QueryAsync("SELECT count(*) FROM visits", TestContext.Current.CancellationToken)).Rows.ShouldBe([["2"]]);
    }

    /// <summary>What a query gives: the cells of its answer, or its error, of one line.</summary>
    private static async Task<string> AnswerAsync(AthenaEngine engine, string sql)
    {
        try
        {
            var answer = await engine.QueryAsync(sql, TestContext.Current.CancellationToken);
            return string.Join('\n', answer.Rows.SelectMany(row => row));
        }
        catch (AthenaException refusal)
        {
            refusal.Message.ShouldNotContain('\n', sql);
            return "";
        }
    }

    /// <summary>Words of one to three queries, some left out, doubled, swapped or replaced.</summary>
    private static string Query(Random random)
    {
        var words = Enumerable.Range(0, random.Next(1, 4)).SelectMany(_ => Pick(random, Queries).Split(' ')).ToList();
        for (var change = random.Next(6); change > 0 && words.Count > 0; change--)
        {
            var place = random.Next(words.Count);
            switch (random.Next(4))
            {
                case 0:
                    words.RemoveAt(place);
                    break;
                case 1:
                    words.Insert(place, Pick(random, Odd));
                    break;
                case 2:
                    words[place] = Pick(random, Pick(random, Queries).Split(' '));
                    break;
                default:
                    (words[place], words[^1]) = (words[^1], words[place]);
                    break;
            }
        }

        return string.Join(random.Next(9) == 0 ? "" : " ", words);
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];

    private string[] Files() => [.. Directory.GetFiles(bucket.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
