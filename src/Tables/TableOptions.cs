namespace Tables;

/// <summary>How tables read, wait and try again.</summary>
public sealed record TableOptions
{
    /// <summary>Eventually consistent reads, the system's clock, five minutes for a new table, ten attempts for a batch.</summary>
    public static TableOptions Default { get; } = new();

    /// <summary>
    /// Whether reads by key and lists see every earlier write, at twice the price; an index is always eventually consistent.
    /// </summary>
    public bool ConsistentReads { get; init; }

    /// <summary>The longest time to wait for a table to become ACTIVE.</summary>
    public TimeSpan ActiveTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often one call of a batch is sent, from 1, until DynamoDB has taken all of its items.</summary>
    public int BatchAttempts { get; init; } = 10;

    /// <summary>The clock that delays go by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What spreads the delays; a seeded source makes them repeatable, but serves one caller at a time.</summary>
    public Random Jitter { get; init; } = Random.Shared;
}
