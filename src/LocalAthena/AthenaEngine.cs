namespace LocalAthena;

/// <summary>
/// Answers Athena's SQL over the files of a bucket, which lie in a folder by their keys. What the tables are is said as in Athena: by
/// <c>CREATE EXTERNAL TABLE</c> and <c>CREATE OR REPLACE VIEW</c>. The SQL itself reaches no file.
/// </summary>
public sealed class AthenaEngine : IAsyncDisposable
{
    private readonly DuckDb duckDb;
    private readonly string database;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly List<DeliveredTable> delivered;
    private readonly QueryTranslator translator;
    private int ended;

    private AthenaEngine(DuckDb duckDb, string database, List<DeliveredTable> delivered, QueryTranslator translator) =>
        (this.duckDb, this.database, this.delivered, this.translator) = (duckDb, database, delivered, translator);

    /// <summary>Opens the tables of a bucket.</summary>
    /// <param name="bucketDirectory">The bucket's folder; where it is missing or holds no files, the tables are empty.</param>
    /// <param name="definitions">
    /// Statements of Athena's, a table before the views that read it. All belong to one database, by whose name the tables are known, too.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="AthenaException">A definition is wrong, or says what is not known here.</exception>
    public static async Task<AthenaEngine> OpenAsync(
        string bucketDirectory, IEnumerable<string> definitions, CancellationToken cancellationToken = default)
    {
        var statements = definitions.Select(sql => new SqlText(sql)).ToLookup(sql => sql.BeginsWith("CREATE", "EXTERNAL", "TABLE"));
        var tables = statements[true].Select(sql => TableDefinition.Parse(sql.Sql)).ToList();
        var database = tables.Select(table => table.Database).Distinct().ToList() is [var only]
            ? only
            : throw new AthenaException($"The definitions hold {tables.Count} tables; there has to be one at least, and all of one database.");
        var duckDb = await DuckDb.OpenAsync(database, tables.Select(table => table.CreateTable()), cancellationToken);
        try
        {
            var translator = new QueryTranslator(duckDb, database, tables.Select(table => table.Name));
            foreach (var view in statements[false])
            {
                await translator.CreateViewAsync(view, cancellationToken);
            }

            await duckDb.LockAsync(cancellationToken);
            return new AthenaEngine(duckDb, database, [.. tables.Select(table => new DeliveredTable(table, bucketDirectory))], translator);
        }
        catch
        {
            duckDb.Dispose();
            throw;
        }
    }

    /// <summary>Whether the bucket holds files of the tables.</summary>
    public bool HasFiles => delivered.Exists(table => table.HasFiles);

    /// <summary>Answers a query over the files that the bucket holds now.</summary>
    /// <param name="sql">One SELECT, WITH or VALUES as it stands in Athena; or SHOW TABLES, SHOW FUNCTIONS, DESCRIBE of a table.</param>
    /// <param name="cancellationToken">Ends the query; the engine goes on.</param>
    /// <returns>The whole answer, with names, types and values as Athena gives them.</returns>
    /// <exception cref="AthenaException">The query is wrong or says what is not known here, or a file is damaged.</exception>
    public Task<QueryAnswer> QueryAsync(string sql, CancellationToken cancellationToken = default) => AloneAsync(
        async () =>
        {
            var text = new SqlText(sql);
            if (translator.AnswerAboutSchema(text) is { } schema)
            {
                return schema;
            }

            var query = await translator.TranslateAsync(text, cancellationToken);
            foreach (var table in delivered)
            {
                await duckDb.RunAsync(connection => table.Load(connection, cancellationToken), cancellationToken);
            }

            var answer = await duckDb.QueryAsync(query.Sql, query.ColumnNames, cancellationToken);
            return QueryTranslator.IsDescribe(text) ? QueryTranslator.Describe(answer) : answer;
        },
        cancellationToken);

    /// <summary>Makes a table of one column of text, so that a query can join it; one of the same name is replaced.</summary>
    /// <param name="table">The table's name: letters, digits and _.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="values">The column's values.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when the table is there.</returns>
    /// <exception cref="AthenaException">The name is that of a table or view of the definitions.</exception>
    public Task AddTableAsync(string table, string column, IEnumerable<string> values, CancellationToken cancellationToken = default) => AloneAsync(
        async () =>
        {
            translator.AddTable(table);
            await duckDb.RunAsync(connection => DeliveredTable.Fill(connection, database, table, column, values), cancellationToken);
            return table;
        },
        cancellationToken);

    /// <summary>Ends the engine.</summary>
    /// <returns>A completed task.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
        {
            return;
        }

        // A query that was cancelled may still be on its way out.
        await oneAtATime.WaitAsync();
        duckDb.Dispose();
        oneAtATime.Dispose();
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
