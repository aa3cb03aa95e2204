namespace Tables;

/// <summary>The shape of a document table.</summary>
/// <param name="TableName">The table's name.</param>
/// <param name="HashKey">The partition key.</param>
/// <param name="RangeKey">The sort key, if the table has one.</param>
/// <param name="StatusIndex">The index that finds documents by status, if the table has one.</param>
/// <param name="Provisioned">The throughput of a new table; null is on demand.</param>
public sealed record DocumentSchema(
    string TableName,
    TableKey HashKey,
    TableKey? RangeKey = null,
    StatusIndex? StatusIndex = null,
    ProvisionedCapacity? Provisioned = null);
