namespace LocalAthena.Tests;

/// <summary>An engine over an empty bucket, for a whole class of tests.</summary>
public sealed class EmptyTable : IAsyncLifetime
{
    private readonly Bucket bucket = new();
    private AthenaEngine? engine;

    public async ValueTask InitializeAsync() => engine = await bucket.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await engine!.DisposeAsync();
        bucket.Dispose();
    }

    public Task<QueryAnswer> QueryAsync(string sql) => engine!.QueryAsync(sql, TestContext.Current.CancellationToken);
}
