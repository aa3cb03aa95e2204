namespace Tables;

/// <summary>Why a table could not do what it was asked for.</summary>
public enum TableFailure
{
    /// <summary>DynamoDB refused the request for a reason that its message tells.</summary>
    Refused,

    /// <summary>The table does not exist in this account, region or endpoint.</summary>
    TableMissing,

    /// <summary>The caller lacks the permission that the message names.</summary>
    AccessDenied,

    /// <summary>An item is larger than DynamoDB's 400 KB.</summary>
    ItemTooLarge,

    /// <summary>The table's or account's throughput is used up; the client's own retries did not help.</summary>
    Throttled,

    /// <summary>A batch was written in part; <see cref="TableException.NotWritten"/> tells how many items are missing.</summary>
    BatchIncomplete,

    /// <summary>The table did not become ACTIVE in time.</summary>
    NotActive,

    /// <summary>A table of that name exists, but with other keys or without the index.</summary>
    SchemaDiffers,

    /// <summary>A stored item does not fit the type it is read as.</summary>
    Unreadable,

    /// <summary>DynamoDB could not be reached, or failed.</summary>
    Unavailable,
}
