namespace Tables;

/// <summary>Throughput that is paid for whether used or not; a schema without it is billed on demand.</summary>
/// <param name="Read">Reads a second.</param>
/// <param name="Write">Writes a second.</param>
public sealed record ProvisionedCapacity(Capacity Read, Capacity Write);
