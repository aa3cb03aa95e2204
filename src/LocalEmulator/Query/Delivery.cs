namespace LocalEmulator.Query;

/// <summary>What became of the hits in a data directory.</summary>
/// <param name="Accepted">Items in the table.</param>
/// <param name="Lost">Those of them that are in no delivered file.</param>
/// <param name="Duplicates">Delivered rows beyond the first of their request id.</param>
/// <param name="Unwritten">Hits that the skill answered and that are not in the table.</param>
internal sealed record Delivery(long Accepted, long Lost, long Duplicates, long Unwritten)
{
    /// <summary>The last line of a run.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"hits accepted: {Accepted}, delivered: {Accepted - Lost}, lost: {Lost}, duplicates: {Duplicates}");
}
