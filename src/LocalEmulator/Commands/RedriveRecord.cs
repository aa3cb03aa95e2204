namespace LocalEmulator.Commands;

/// <summary>A stream record that was kept because it was not delivered.</summary>
/// <param name="Place">Its place in its object, counted from 1.</param>
/// <param name="Json">The whole record.</param>
/// <param name="SequenceNumber">Its number in the stream; empty where it has none.</param>
/// <param name="RequestId">The hit's request id; null where it has none.</param>
/// <param name="IsInsert">Whether it is a new item, which alone becomes a line.</param>
/// <param name="Flaw">Why it can't be sent: it was broken when it was quarantined; null where it can.</param>
internal sealed record RedriveRecord(
    int Place, ReadOnlyMemory<byte> Json, string SequenceNumber, string? RequestId, bool IsInsert, string? Flaw = null)
{
    /// <summary>How the record is named to the user.</summary>
    /// <returns>Place and sequence number.</returns>
    public override string ToString() =>
        SequenceNumber.Length == 0 ? $"record {Place}" : $"record {Place} (sequence number {SequenceNumber})";
}
