using System.Diagnostics;
using Analytics;
using LocalAthena;
using LocalEmulator.Query;

namespace Benchmarks.Queries;

/// <summary>LocalAthena over a bucket, opened anew at will.</summary>
internal sealed class OurQueries(string bucket) : IAsyncDisposable
{
    private const string Counting = "SELECT count(*) FROM petmatch";

    private AthenaEngine? engine;

    /// <summary>Opens the tables and reads all files; gives the milliseconds.</summary>
    public async Task<double> LoadAsync()
    {
        await DisposeAsync();
        var started = Stopwatch.GetTimestamp();
        engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, bucket, CancellationToken.None);
        await engine.QueryAsync(Counting);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public Task<QueryAnswer> AnswerAsync(string sql) => engine!.QueryAsync(sql);

    /// <summary>The milliseconds of a query.</summary>
    public async Task<double> TimeAsync(string sql)
    {
        var started = Stopwatch.GetTimestamp();
        await engine!.QueryAsync(sql);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public ValueTask DisposeAsync() => engine?.DisposeAsync() ?? ValueTask.CompletedTask;
}
