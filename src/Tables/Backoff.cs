namespace Tables;

/// <summary>Delays that double from attempt to attempt, each shortened by chance to between a half and the whole of it.</summary>
/// <param name="First">The longest first delay.</param>
/// <param name="Longest">What no delay exceeds.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <summary>The delay after an attempt.</summary>
    /// <param name="attempt">The attempt, counted from 0.</param>
    /// <param name="jitter">The source of chance.</param>
    /// <returns>The time to wait before the next attempt.</returns>
    public TimeSpan Delay(int attempt, Random jitter)
    {
        var whole = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, attempt));
        return TimeSpan.FromMilliseconds(whole * (1 + jitter.NextDouble()) / 2);
    }
}
