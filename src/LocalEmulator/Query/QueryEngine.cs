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
            var setUp = $"CREATE SCHEMA {Names.Database}; SET schema = '{Names.Database}'; {DeliveredTable.CreateEmpty}";
            await engine.ExchangeAsync(setUp, cancellationToken);
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
    /// <returns>The whole answer.</returns>
    /// <exception cref="EmulatorException">The query is wrong, a file is damaged or the engine has ended; one line says so.</exception>
    public async Task<QueryResult> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!filesSeen && DeliveredTable.HasFiles(bucketDirectory))
            {
                await ExchangeAsync(DeliveredTable.CreateOverFiles, cancellationToken);
                filesSeen = true;
            }

            return await ExchangeAsync(sql, cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Ends the engine.</summary>
    /// <returns>A task that completes when its process has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        oneAtATime.Dispose();
        await duckDb.DisposeAsync();
    }

    private async Task<QueryResult> ExchangeAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            var message = JsonSerializer.Serialize(new QueryMessage(sql), QueryJson.Default.QueryMessage);
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
