namespace LocalAws.Lambda;

/// <summary>What an event source mapping has done since it started.</summary>
internal sealed record MappingCounters(long Delivered, long Batches, long Retries, long Discarded);
