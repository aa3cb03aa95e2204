namespace StreamToFirehoseFunction;

/// <summary>Whole lines that travel as one Firehose record.</summary>
/// <param name="Data">The lines' bytes, at most <see cref="FirehoseLimits.MaxRecordBytes"/>.</param>
/// <param name="Lines">How many lines these are.</param>
/// <param name="FirstSequenceNumber">The stream's sequence number of the first line, which a failure of the pack reports.</param>
/// <param name="LastSequenceNumber">The stream's sequence number of the last line.</param>
internal sealed record Pack(ArraySegment<byte> Data, int Lines, string FirstSequenceNumber, string LastSequenceNumber);
