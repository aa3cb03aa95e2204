namespace LocalAws.Hosting;

/// <summary>Tells everybody who waits that a part of the cloud cannot go on; the first report counts.</summary>
internal sealed class FailureSignal : IDisposable
{
    private readonly CancellationTokenSource failed = new();
    private LocalAwsException? reason;

    /// <summary>Reports that a part cannot go on; what failed is the beginning of a sentence.</summary>
    public void Report(string what, Exception error)
    {
        var report = error as LocalAwsException ?? new LocalAwsException($"{what}: {FirstLine(error.Message)}", error);
        if (Interlocked.CompareExchange(ref reason, report, null) is null)
        {
            failed.Cancel();
        }
    }

    /// <summary>Reports what a server's handler threw.</summary>
    public void Report(Exception error) => Report("A request could not be answered", error);

    /// <summary>Does work that ends with the reported error once there is one.</summary>
    public async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, failed.Token);
        try
        {
            linked.Token.ThrowIfCancellationRequested();
            return await work(linked.Token);
        }
        catch (Exception) when (reason is not null && !cancellationToken.IsCancellationRequested)
        {
            // Whatever the work saw is a consequence of what was reported.
            throw reason;
        }
    }

    /// <inheritdoc cref="GuardAsync{T}"/>
    public Task GuardAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        GuardAsync(
            async token =>
            {
                await work(token);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => failed.Dispose();

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? text[..end] : text;
}
