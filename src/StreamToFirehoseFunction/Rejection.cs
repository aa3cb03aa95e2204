namespace StreamToFirehoseFunction;

/// <summary>A record whose image can't become a line.</summary>
/// <param name="SequenceNumber">The record's sequence number; empty where it has none.</param>
/// <param name="Reason">What is wrong with it, without any of its values.</param>
/// <param name="Record">The whole record, JSON as it came.</param>
internal sealed record Rejection(string SequenceNumber, string Reason, byte[] Record);
