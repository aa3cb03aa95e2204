using LocalEmulator.Query;

namespace LocalEmulator.Tests.Query;

/// <summary>An engine over an empty bucket, for a whole class of tests.</summary>
public sealed class EmptyTable : IAsyncLifetime
{
    private readonly TemporaryBucket bucket = new();
    private QueryEngine? engine;

    public async ValueTask InitializeAsync() => engine = await QueryEngine.StartAsync(bucket.Path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await engine!.DisposeAsync();
        bucket.Dispose();
    }

    internal Task<QueryResult> QueryAsync(string sql) => engine!.QueryAsync(sql, TestContext.Current.CancellationToken);
}
