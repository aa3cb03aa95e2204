namespace Benchmarks.Capacity;

/// <summary>The writes that the hits table takes.</summary>
internal interface IHitsTable
{
    /// <summary>The shards of its stream: one for each partition.</summary>
    int Shards { get; }

    /// <summary>The writes that it would take in the next second.</summary>
    double Room { get; }

    /// <summary>What bounds it now.</summary>
    Limit Limit { get; }

    /// <summary>Takes the writes of the next second; gives how many it took.</summary>
    long Write(long writes);
}
