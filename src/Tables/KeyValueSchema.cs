namespace Tables;

/// <summary>The shape of a key-value table.</summary>
/// <param name="TableName">The table's name.</param>
/// <param name="KeyAttribute">The partition key's name; its type is S.</param>
/// <param name="ValueAttribute">The name of the attribute that holds the value.</param>
/// <param name="Provisioned">The throughput of a new table; null is on demand.</param>
/// <param name="TimeToLiveAttribute">The attribute that holds the end of an item's life, in epoch seconds; null leaves time to live as it is.</param>
public sealed record KeyValueSchema(
    string TableName,
    string KeyAttribute = "key",
    string ValueAttribute = "value",
    ProvisionedCapacity? Provisioned = null,
    string? TimeToLiveAttribute = null);
