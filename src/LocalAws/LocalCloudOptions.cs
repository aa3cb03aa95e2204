using System.Text.Json;
using LocalAws.Firehose;
using Microsoft.AspNetCore.Http;

namespace LocalAws;

/// <summary>What a <see cref="LocalCloud"/> has.</summary>
/// <param name="Folder">The folder of tables, buckets and logs; created if it is missing.</param>
public sealed record LocalCloudOptions(string Folder)
{
    /// <summary>The buckets to create where they are missing.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];

    /// <summary>The table that has a stream; null = none. Tables are created by a client, as everywhere.</summary>
    public StreamedTable? Table { get; init; }

    /// <summary>The delivery stream; null = none.</summary>
    public FirehoseDelivery? Delivery { get; init; }

    /// <summary>Answers the delivery stream's callers in Firehose's place, or passes the call on to it: for faults.</summary>
    public Func<HttpContext, RequestDelegate, Task>? FirehoseFault { get; init; }

    /// <summary>Is told what happens to records, on their way and in their order: it has to be quick, and may not throw.</summary>
    public Action<PipelineEvent> Watch { get; init; } = _ => { };
}

/// <summary>A table with a stream of new images.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="KeyAttribute">The table's partition key; it has no sort key.</param>
/// <param name="FindUndelivered">
/// Finds which items, as DynamoDB's JSON, an earlier run has left behind: they enter the stream once more, as inserts. Null = none; the
/// stream itself lives in memory alone.
/// </param>
public sealed record StreamedTable(string Name, string KeyAttribute, Func<CancellationToken, Task<Predicate<JsonElement>>>? FindUndelivered = null);

/// <summary>What has happened since the start.</summary>
/// <param name="Inserts">Items that were new in the streamed table.</param>
/// <param name="Delivered">Records that the mapped function has accepted.</param>
/// <param name="Batches">Invocations by the mapping.</param>
/// <param name="Retries">Batches, or rests of batches, that were delivered again.</param>
/// <param name="Discarded">Records that went to the failure destination.</param>
/// <param name="Objects">Objects that the delivery stream has written.</param>
public sealed record LocalCloudCounters(long Inserts, long Delivered, long Batches, long Retries, long Discarded, long Objects);
