namespace FunctionHosting;

/// <summary>Bounds work by time: an answer is due whether a service gives one or not.</summary>
public static class Deadline
{
    /// <summary>Waits for work no longer than a limit, and tells the work to stop when nobody waits for it any more.</summary>
    /// <typeparam name="T">The work's result.</typeparam>
    /// <param name="limit">How long to wait; zero or less does not wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="work">The work. Its token is cancelled at the limit and by the caller; work that does not heed it is left behind.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The work's result.</returns>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public static async Task<T> RunAsync<T>(
        TimeSpan limit, TimeProvider time, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var end = After(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            return await work(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"It took longer than {limit.TotalSeconds} s.");
        }
    }

    /// <summary>Does the same with work that has no result.</summary>
    /// <param name="limit">How long to wait; zero or less does not wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="work">The work. Its token is cancelled at the limit and by the caller; work that does not heed it is left behind.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>A task that completes with the work.</returns>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public static async Task RunAsync(
        TimeSpan limit, TimeProvider time, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        await RunAsync(
            limit,
            time,
            async token =>
            {
                await work(token);
                return true;
            },
            cancellationToken);

    /// <summary>A token source that cancels after a time, which several pieces of work may share.</summary>
    /// <param name="limit">The time; zero or less cancels at once.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The source.</returns>
    public static CancellationTokenSource After(TimeSpan limit, TimeProvider time) => new(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, time);
}
