namespace Tables;

/// <summary>A global secondary index whose partition key is a status.</summary>
/// <param name="IndexName">The index's name.</param>
/// <param name="StatusAttribute">The attribute that holds the status, of type S; a document without it is not in the index.</param>
/// <param name="SortKey">What orders the documents of one status, such as a time; null leaves their order open.</param>
/// <param name="Projection">What the index holds of a document; null is all of it.</param>
/// <param name="Provisioned">The throughput of a new index; null is the table's.</param>
public sealed record StatusIndex(
    string IndexName,
    string StatusAttribute,
    TableKey? SortKey = null,
    IndexProjection? Projection = null,
    ProvisionedCapacity? Provisioned = null);
