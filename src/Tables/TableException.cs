namespace Tables;

/// <summary>A table could not do what it was asked for; the message says why and what to do, and carries no key.</summary>
/// <param name="reason">Why.</param>
/// <param name="message">What was found and what to do.</param>
/// <param name="innerException">What the AWS SDK said.</param>
public sealed class TableException(TableFailure reason, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Why, for callers that tell failures apart.</summary>
    public TableFailure Reason { get; } = reason;

    /// <summary>The number of a batch's items that were not written; 0 unless <see cref="Reason"/> is BatchIncomplete.</summary>
    public int NotWritten { get; init; }
}
