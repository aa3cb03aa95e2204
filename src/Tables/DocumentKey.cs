namespace Tables;

/// <summary>What identifies a document; a key of type N is its number as text.</summary>
/// <param name="PartitionKey">The partition key's value.</param>
/// <param name="SortKey">The sort key's value; needed exactly where the table has one.</param>
public sealed record DocumentKey(string PartitionKey, string? SortKey = null);
