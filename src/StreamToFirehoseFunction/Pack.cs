using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>Whole lines that travel as one Firehose record.</summary>
/// <param name="Data">The lines' bytes, at most <see cref="FirehoseLimits.MaxRecordBytes"/>.</param>
/// <param name="Lines">How many lines these are.</param>
/// <param name="First">The lowest sequence number of the lines, which a failure of the pack reports.</param>
/// <param name="Last">The highest sequence number of the lines.</param>
internal sealed record Pack(ArraySegment<byte> Data, int Lines, SequenceNumber First, SequenceNumber Last)
{
    /// <summary>How many lines packs have, and how many bytes.</summary>
    public static (int Lines, long Bytes) Total(IReadOnlyList<Pack> packs)
    {
        var total = (Lines: 0, Bytes: 0L);
        foreach (var pack in packs)
        {
            total = (total.Lines + pack.Lines, total.Bytes + pack.Data.Count);
        }

        return total;
    }
}
