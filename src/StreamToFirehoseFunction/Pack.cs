using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>Whole lines that travel as one Firehose record.</summary>
/// <param name="Data">The lines' bytes, at most <see cref="FirehoseLimits.MaxRecordBytes"/>.</param>
/// <param name="Lines">How many lines these are.</param>
/// <param name="FirstSequenceNumber">The lowest sequence number of the lines, which a failure of the pack reports; empty where a line has none.</param>
/// <param name="LastSequenceNumber">The highest sequence number of the lines.</param>
internal sealed record Pack(ArraySegment<byte> Data, int Lines, string FirstSequenceNumber, string LastSequenceNumber);
