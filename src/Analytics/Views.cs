namespace Analytics;

/// <summary>The views over the Athena table.</summary>
public static class Views
{
    /// <summary>Every turn of every dialog, one row per request and day.</summary>
    public static View Turns { get; } = new("petmatch_turns",
    [
        .. Columns.All.Select(column => new ViewColumn(column.Name, column.Type)),
        new(Names.PartitionColumn, ColumnType.Text),
    ]);

    /// <summary>The answered hits, one row per request and day.</summary>
    public static View Hits { get; } = Turns with { Name = "petmatch_hits" };

    /// <summary>The dialogs, one row per session and day.</summary>
    public static View Dialogs { get; } = new("petmatch_dialogs",
    [
        new("session_id", ColumnType.Text),
        new("user_id", ColumnType.Text),
        new("locale", ColumnType.Text),
        new("screen", ColumnType.TinyInt),
        new("skill_version", ColumnType.Text),
        new("started_at", ColumnType.Timestamp),
        new("ended_at", ColumnType.Timestamp),
        new("duration_ms", ColumnType.BigInt),
        new("turns", ColumnType.BigInt),
        new("elicited_slots", ColumnType.Text),
        new("outcome", ColumnType.Text),
        new("open_slot", ColumnType.Text),
        new(Names.PartitionColumn, ColumnType.Text),
    ]);

    /// <summary>Every view, each after those that it reads.</summary>
    public static IReadOnlyList<View> All { get; } = [Turns, Hits, Dialogs];
}
