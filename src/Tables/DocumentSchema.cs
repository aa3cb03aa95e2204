namespace Tables;

/// <summary>The shape of a document table.</summary>
/// <param name="TableName">The table's name.</param>
/// <param name="PartitionKey">The partition key.</param>
/// <param name="SortKey">The sort key, if the table has one.</param>
/// <param name="StatusIndex">The index that finds documents by status, if the table has one.</param>
/// <param name="Provisioned">The throughput of a new table; null is on demand.</param>
/// <param name="TimeToLiveAttribute">The attribute that holds the end of a document's life, in epoch seconds; null leaves time to live as it is.</param>
public sealed record DocumentSchema(
    string TableName,
    TableKey PartitionKey,
    TableKey? SortKey = null,
    StatusIndex? StatusIndex = null,
    ProvisionedCapacity? Provisioned = null,
    string? TimeToLiveAttribute = null);
