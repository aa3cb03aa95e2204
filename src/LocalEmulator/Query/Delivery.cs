namespace LocalEmulator.Query;

/// <summary>What became of the hits in a data directory.</summary>
/// <param name="Accepted">Items in the table.</param>
/// <param name="Delivered">Those of them that are in a delivered file.</param>
/// <param name="Quarantined">Those that are in quarantine instead: they can never become a line.</param>
/// <param name="Duplicates">Delivered rows beyond the first of their request id.</param>
/// <param name="Unwritten">Hits that the skill answered and that are not in the table.</param>
/// <param name="GivenUp">Those of the lost ones that failed to the end: a redrive sends them again.</param>
internal sealed record Delivery(long Accepted, long Delivered, long Quarantined, long Duplicates, long Unwritten, long GivenUp)
{
    /// <summary>Items of the table that are neither in a delivered file nor in quarantine.</summary>
    public long Lost => Accepted - Delivered - Quarantined;

    /// <summary>The last line of a run.</summary>
    public override string ToString() => ToString(Lost);

    /// <summary>The last line, with another count of what is lost.</summary>
    public string ToString(long lost)
    {
        var quarantined = Quarantined > 0 ? FormattableString.Invariant($"quarantined: {Quarantined}, ") : "";
        return FormattableString.Invariant(
            $"hits accepted: {Accepted}, delivered: {Delivered}, {quarantined}lost: {lost}, duplicates: {Duplicates}");
    }
}
