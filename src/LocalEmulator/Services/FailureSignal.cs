namespace LocalEmulator.Services;

/// <summary>Tells everybody who waits that a part of the emulator cannot go on; the first report counts.</summary>
internal sealed class FailureSignal : IDisposable
{
    private readonly CancellationTokenSource failed = new();
    private EmulatorException? reason;

    /// <summary>Reports that a part cannot go on.</summary>
    /// <param name="what">What failed, as the beginning of a sentence.</param>
    /// <param name="error">Why; if it is an <see cref="EmulatorException"/>, it says enough.</param>
    public void Report(string what, Exception error) =>
        Report(error as EmulatorException ?? new EmulatorException($"{what}: {FirstLine(error.Message)}", error));

    /// <summary>Reports that a part cannot go on.</summary>
    /// <param name="error">What the user is told.</param>
    public void Report(EmulatorException error)
    {
        if (Interlocked.CompareExchange(ref reason, error, null) is null)
        {
            failed.Cancel();
        }
    }

    /// <summary>Does work that ends with the reported error once there is one.</summary>
    /// <typeparam name="T">The work's result.</typeparam>
    /// <param name="work">The work; its token is cancelled by a report too.</param>
    /// <param name="cancellationToken">Gives up the work.</param>
    /// <returns>The work's result.</returns>
    /// <exception cref="EmulatorException">A part of the emulator cannot go on.</exception>
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
