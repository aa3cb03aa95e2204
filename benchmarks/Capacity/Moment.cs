namespace Benchmarks.Capacity;

/// <summary>One second of a simulation: what happened in it, and what it left.</summary>
internal sealed record Moment
{
    public required int Second { get; init; }

    /// <summary>Requests that came.</summary>
    public required long Arrivals { get; init; }

    /// <summary>Requests that Lambda had no room for: their users got no answer, and there is no hit.</summary>
    public required long Throttled { get; init; }

    public required Limit? ThrottledBy { get; init; }

    /// <summary>First attempts to write that the table refused.</summary>
    public required long WritesRefused { get; init; }

    /// <summary>Hits that were not written, or that the stream no longer had.</summary>
    public required long Lost { get; init; }

    public required Limit TableLimit { get; init; }

    /// <summary>Hits that were set aside in the bucket, for a redrive.</summary>
    public required long SetAside { get; init; }

    /// <summary>Hits that reached the bucket as lines.</summary>
    public required long Delivered { get; init; }

    /// <summary>Hits whose write is being tried again.</summary>
    public required long Writing { get; init; }

    /// <summary>Hits that wait in the stream.</summary>
    public required long InStream { get; init; }

    /// <summary>Hits that wait in Firehose's buffer.</summary>
    public required long Buffered { get; init; }

    /// <summary>What the mapping did.</summary>
    public required Reading Reading { get; init; }

    /// <summary>Seconds since the oldest hit arrived that is not in the bucket.</summary>
    public required int LagSeconds { get; init; }

    public required int Shards { get; init; }

    /// <summary>Executions of the skill that this second kept busy, or that its requests/s take of the quota.</summary>
    public required double Executions { get; init; }
}
