using LocalEmulator.Query;

namespace LocalEmulator.Commands;

/// <summary>What became of a soak's hits.</summary>
internal sealed record SoakDelivery(Delivery Table)
{
    /// <summary>Hits that were lost on the way, or that the table has acknowledged and does not hold.</summary>
    public long Lost => Table.Lost + Table.Unwritten;

    /// <summary>Hits that the skill has answered and could not write.</summary>
    public long Unaccepted(long hits) => hits - Table.Accepted - Table.Unwritten;

    /// <summary>The last line of a soak.</summary>
    public override string ToString() => Table.ToString(Lost);
}
