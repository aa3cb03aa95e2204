namespace Tables;

/// <summary>Which documents are wanted, in which order.</summary>
public sealed record DocumentQuery
{
    private DocumentQuery(string? partitionKey, string? status) => (PartitionKey, Status) = (partitionKey, status);

    /// <summary>The partition key's value, or null where the status alone decides.</summary>
    public string? PartitionKey { get; }

    /// <summary>The status, or null where the key alone decides.</summary>
    public string? Status { get; }

    /// <summary>The smallest sort key wanted, compared as DynamoDB does: texts by their UTF-8 bytes, numbers by their value.</summary>
    public string? Since { get; init; }

    /// <summary>Whether the smallest sort key comes first, not the largest, the newest; without a sort key it has no effect.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>The documents that DynamoDB looks at for one page, from 1; null leaves it to its limit of 1 MB.</summary>
    public int? PageSize { get; init; }

    /// <summary>All documents of a partition key.</summary>
    /// <param name="partitionKey">The partition key's value.</param>
    /// <returns>The query.</returns>
    public static DocumentQuery ByKey(string partitionKey) => new(partitionKey, null);

    /// <summary>All documents of a status, out of the index; it gives what the index holds of them.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The query.</returns>
    public static DocumentQuery ByStatus(string status) => new(null, status);

    /// <summary>The documents of a partition key that have a status; the others are read, and paid for, as well.</summary>
    /// <param name="partitionKey">The partition key's value.</param>
    /// <param name="status">The status.</param>
    /// <returns>The query.</returns>
    public static DocumentQuery ByKeyAndStatus(string partitionKey, string status) => new(partitionKey, status);
}
