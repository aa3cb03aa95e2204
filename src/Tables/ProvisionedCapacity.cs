namespace Tables;

/// <summary>Throughput that is paid for whether it is used or not; a schema without it is billed on demand.</summary>
/// <param name="ReadUnits">Reads of 4 KB a second, from 1.</param>
/// <param name="WriteUnits">Writes of 1 KB a second, from 1.</param>
public sealed record ProvisionedCapacity(long ReadUnits, long WriteUnits);
