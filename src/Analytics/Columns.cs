namespace Analytics;

/// <summary>Pet Match's columns, in the order of the CSV: the one list that items, lines, DDL and Glue table follow.</summary>
public static class Columns
{
    /// <summary>The column of the request's id, which is the table's partition key: the first one of every record.</summary>
    public const string RequestId = "request_id";

    /// <summary>The column of the user's id or pseudonym.</summary>
    public const string UserId = "user_id";

    /// <summary>All columns, in the order of the CSV.</summary>
    public static IReadOnlyList<Column<Hit>> All { get; } =
    [
        new(RequestId, ColumnType.Text, hit => hit.RequestId),
        new(UserId, ColumnType.Text, hit => hit.UserId),
        new("api_execution_time", ColumnType.BigInt, OfAnswer(hit => ColumnValue.Number(hit.ApiExecutionTime))),
        .. Slot("animal", hit => hit.Animal),
        .. Slot("size", hit => hit.Size),
        .. Slot("temperament", hit => hit.Temperament),
        .. Slot("energy", hit => hit.Energy),
        new("event_time", ColumnType.Timestamp, hit => ColumnValue.Timestamp(hit.EventTime)),
        new("session_id", ColumnType.Text, hit => hit.SessionId),
        new("new_session", ColumnType.TinyInt, hit => ColumnValue.Flag(hit.NewSession)),
        new("locale", ColumnType.Text, hit => hit.Locale),
        new("dialog_state", ColumnType.Text, hit => hit.DialogState),
        new("outcome", ColumnType.Text, hit => Text(hit.Outcome)),
        new("breed", ColumnType.Text, hit => hit.Breed),
        new("elicited_slot", ColumnType.Text, hit => hit.ElicitedSlot),
        new("unmatched", ColumnType.Text, hit => hit.Unmatched),
        new("screen", ColumnType.TinyInt, hit => ColumnValue.Flag(hit.Screen)),
        new("skill_version", ColumnType.Text, hit => hit.SkillVersion),
    ];

    /// <summary>The record that they make.</summary>
    public static AnalyticsRecord<Hit> Record { get; } = new(hit => hit.EventTime, All);

    /// <summary>The text of an outcome as the column <c>outcome</c> holds it.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>match, no_match, refused, api_error or elicit.</returns>
    public static string Text(Outcome outcome) => outcome switch
    {
        Outcome.Match => "match",
        Outcome.NoMatch => "no_match",
        Outcome.Refused => "refused",
        Outcome.ApiError => "api_error",
        Outcome.Elicit => "elicit",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "The outcome is none of the record's five."),
    };

    private static Column<Hit>[] Slot(string name, Func<Hit, SlotHit?> slot) =>
    [
        new($"slot_value_{name}_resolved", ColumnType.Text, OfAnswer(hit => slot(hit)?.Resolved)),
        new($"slot_value_{name}_synonym", ColumnType.Text, OfAnswer(hit => slot(hit)?.Synonym)),
        new($"slot_value_{name}_is_valid", ColumnType.TinyInt, OfAnswer(hit => ColumnValue.Flag(slot(hit)?.IsValid))),
    ];

    /// <summary>Gives no value on a dialog turn that asks on: queries over the whole table count answers, not turns.</summary>
    private static Func<Hit, string?> OfAnswer(Func<Hit, string?> value) => hit => hit.Outcome == Outcome.Elicit ? null : value(hit);
}
