namespace StreamToFirehoseFunction;

/// <summary>A record whose image can't become a line.</summary>
/// <param name="SequenceNumber">The record's sequence number.</param>
/// <param name="Reason">What is wrong with it, without any of its values.</param>
/// <param name="Record">The whole record as it came, a part of the event.</param>
/// <param name="IsJson">Whether the record is JSON at all.</param>
internal sealed record Rejection(SequenceNumber SequenceNumber, string Reason, ReadOnlyMemory<byte> Record, bool IsJson);
