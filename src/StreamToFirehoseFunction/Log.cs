using Microsoft.Extensions.Logging;

namespace StreamToFirehoseFunction;

/// <summary>What the forwarder logs: counts, stream positions and error codes, never a value of a record.</summary>
internal static partial class Log
{
    // Numbers that are boxed share code that is compiled ahead of time: this is the line that every start waits for.
    [LoggerMessage(1, LogLevel.Information, "Delivered {Lines} lines of {Bytes} bytes in {Records} Firehose records.")]
    public static partial void Delivered(ILogger logger, object lines, object bytes, object records);

    [LoggerMessage(2, LogLevel.Warning, "Firehose took {Accepted} of {Records} records; the others failed with {ErrorCode}. Attempt {Attempt}.")]
    public static partial void PartlyFailed(ILogger logger, int accepted, int records, string? errorCode, int attempt);

    [LoggerMessage(3, LogLevel.Warning, "A call of Firehose failed with {ErrorCode}: {Message} Attempt {Attempt}.")]
    public static partial void CallFailed(ILogger logger, string? errorCode, string message, int attempt);

    [LoggerMessage(4, LogLevel.Error, "The batch is delivered up to sequence number {SequenceNumber}; the stream repeats it from there.")]
    public static partial void GaveUp(ILogger logger, string sequenceNumber);

    [LoggerMessage(5, LogLevel.Error, "The record with sequence number {SequenceNumber} can't become a line: {Reason}.")]
    public static partial void Rejected(ILogger logger, string sequenceNumber, string reason);

    [LoggerMessage(6, LogLevel.Warning, "The delivery log was not written: {Reason}")]
    public static partial void DeliveryLogFailed(ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Error, "The record with sequence number {SequenceNumber} could not be quarantined: {ErrorCode}.")]
    public static partial void QuarantineFailed(ILogger logger, string sequenceNumber, string errorCode);
}
