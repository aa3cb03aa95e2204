namespace LocalEmulator.Services;

/// <summary>What an event source mapping has done since it started.</summary>
/// <param name="Delivered">Records that the function has accepted.</param>
/// <param name="Batches">Invocations.</param>
/// <param name="Retries">Batches, or rests of batches, that were delivered again.</param>
/// <param name="Discarded">Records that went to the failure destination.</param>
internal sealed record MappingCounters(long Delivered, long Batches, long Retries, long Discarded);
