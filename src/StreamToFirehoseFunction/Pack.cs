namespace StreamToFirehoseFunction;

/// <summary>Whole lines that travel as one Firehose record.</summary>
/// <param name="Data">The lines' bytes, at most <see cref="FirehoseLimits.MaxRecordBytes"/>.</param>
/// <param name="SequenceNumber">The stream's sequence number of the first line, which a failure of the pack reports.</param>
internal sealed record Pack(ArraySegment<byte> Data, string SequenceNumber);
