namespace LocalEmulator.Commands;

/// <summary>A stream record that was kept because it was not delivered.</summary>
internal sealed record RedriveRecord(
    int Place, ReadOnlyMemory<byte> Json, string SequenceNumber, string? RequestId, bool IsInsert, string? Flaw = null)
{
    /// <summary>How the record is named to the user.</summary>
    public override string ToString() =>
        SequenceNumber.Length == 0 ? $"record {Place}" : $"record {Place} (sequence number {SequenceNumber})";
}
