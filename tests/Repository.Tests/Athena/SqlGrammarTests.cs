namespace Repository.Tests.Athena;

/// <summary>Athena takes tables and databases in Hive's DDL, all else in Trino's SQL.</summary>
public sealed class SqlGrammarTests(SqlGrammar grammar) : IClassFixture<SqlGrammar>
{
    public static TheoryData<string> Ddl =>
        ["athena/database.sql", "athena/petmatch.sql", "athena/petmatch-published.sql", "athena/rollup/create.sql"];

    public static TheoryData<string> Sql =>
    [
        .. from path in Directory.EnumerateFiles(Checkout.Find("athena"), "*.sql", SearchOption.AllDirectories)
           let file = Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/')
           where !Ddl.Any(ddl => ddl.Data == file)
           orderby file
           select file,
    ];

    [Theory]
    [MemberData(nameof(Ddl))]
    public async Task The_ddl_is_hives(string file) => (await grammar.ErrorsAsync("hive", Checkout.Read(file.Split('/')))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sql))]
    public async Task Views_queries_and_the_roll_up_are_trinos(string file) =>
        (await grammar.ErrorsAsync("trino", Checkout.Read(file.Split('/')))).ShouldBeEmpty();

    [Theory]
    [InlineData("hive", "CREATE EXTERNAL TABLE t (`a` string) PARTITION BY (`b` string) LOCATION 's3://c/';")]
    [InlineData("trino", "SELECT a FROM t GROUP a;")]
    [InlineData("trino", "SELECT * EXCLUDE (a) FROM t;")]
    public async Task Other_sql_is_refused(string language, string sql) => (await grammar.ErrorsAsync(language, sql)).ShouldNotBeEmpty();
}
