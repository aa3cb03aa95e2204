using System.Text.Json;
using Analytics;
using LocalEmulator.Services;

namespace LocalEmulator.Query;

/// <summary>Answers Athena's SQL over the delivered files of a bucket, in Athena's place; the table is named as in Athena.</summary>
internal sealed class QueryEngine : IAsyncDisposable
{
    private readonly NodeProcess duckDb;
    private readonly string bucketDirectory;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private bool filesSeen;

    private QueryEngine(NodeProcess duckDb, string bucketDirectory)
    {
        this.duckDb = duckDb;
        this.bucketDirectory = bucketDirectory;
    }

    /// <summary>Starts the engine.</summary>
    /// <param name="bucketDirectory">The bucket's folder, where relative paths in SQL start; without it the table is empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The running engine.</returns>
    /// <exception cref="EmulatorException">Node.js or the engine is missing.</exception>
    public static async Task<QueryEngine> StartAsync(string bucketDirectory, CancellationToken cancellationToken)
    {
        var duckDb = await NodeProcess.StartAsync("duckdb.mjs", [bucketDirectory], cancellationToken);
        var engine = new QueryEngine(duckDb, bucketDirectory);
        try
        {
            await engine.ExchangeAsync(new QueryMessage(DeliveredTable.CreateEmpty, Athena: false), cancellationToken);
            foreach (var view in Views.All)
            {
                var sql = await File.ReadAllTextAsync(Repository.Find("athena", "views", $"{view.Name}.sql"), cancellationToken);
                await engine.ExchangeAsync(new QueryMessage(sql, Athena: true), cancellationToken);
            }

            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Answers a query.</summary>
    /// <param name="sql">The query, as it stands in Athena.</param>
    /// <param name="cancellationToken">Gives up; the engine is of no more use then.</param>
    /// <returns>The whole answer, with names, types and values as Athena gives them.</returns>
    /// <exception cref="EmulatorException">
    /// The query is wrong or uses what is not known locally, a file is damaged or the engine has ended; one line says so.
    /// </exception>
    public Task<QueryResult> QueryAsync(string sql, CancellationToken cancellationToken) =>
        AnswerAsync(new QueryMessage(sql, Athena: true), cancellationToken);

    /// <summary>Answers a query of DuckDB's own dialect, which can read other files as well.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="cancellationToken">Gives up; the engine is of no more use then.</param>
    /// <returns>The whole answer.</returns>
    /// <exception cref="EmulatorException">As <see cref="QueryAsync"/>.</exception>
    public Task<QueryResult> QueryDuckDbAsync(string sql, CancellationToken cancellationToken) =>
        AnswerAsync(new QueryMessage(sql, Athena: false), cancellationToken);

    /// <summary>Ends the engine.</summary>
    /// <returns>A task that completes when its process has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        oneAtATime.Dispose();
        await duckDb.DisposeAsync();
    }

    private async Task<QueryResult> AnswerAsync(QueryMessage query, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!filesSeen && DeliveredTable.HasFiles(bucketDirectory))
            {
                await ExchangeAsync(new QueryMessage(DeliveredTable.CreateOverFiles, Athena: false), cancellationToken);
                filesSeen = true;
            }

            return await ExchangeAsync(query, cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<QueryResult> ExchangeAsync(QueryMessage query, CancellationToken cancellationToken)
    {
        try
        {
            var message = JsonSerializer.Serialize(query, QueryJson.Default.QueryMessage);
            await duckDb.Input.WriteLineAsync(message.AsMemory(), cancellationToken);
            await duckDb.Input.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            throw duckDb.Ended();
        }

        var line = await duckDb.Output.ReadLineAsync(cancellationToken) ?? throw duckDb.Ended();
        var reply = JsonSerializer.Deserialize(line, QueryJson.Default.QueryReply)!;
        return reply.Error is null
            ? new QueryResult(reply.Columns!, reply.Rows!)
            : throw new EmulatorException($"The query failed: {reply.Error}");
    }
}
