using System.Globalization;
using LocalEmulator.Query;

namespace LocalEmulator.Commands;

/// <summary>What became of a soak's hits.</summary>
internal sealed record SoakDelivery(Delivery Table, long Quarantined)
{
    /// <summary>Hits of which there is no line and no quarantined record, or that the table has acknowledged and does not hold.</summary>
    public long Lost => Table.Lost - Quarantined + Table.Unwritten;

    /// <summary>Hits that the skill has answered and could not write.</summary>
    public long Unaccepted(long hits) => hits - Table.Accepted - Table.Unwritten;

    /// <summary>The last line of a soak.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"hits accepted: {Table.Accepted}, delivered: {Table.Accepted - Table.Lost}, quarantined: {Quarantined}, "
        + $"lost: {Lost}, duplicates: {Table.Duplicates}");
}
