using Analytics;

namespace CoinFlip;

/// <summary>One request for a flip, as analytics see it.</summary>
/// <param name="RequestId">The Alexa request's id.</param>
/// <param name="UserId">The Alexa user id.</param>
/// <param name="Time">When the skill received it.</param>
/// <param name="Called">The side that the user called; null where the skill had to ask.</param>
/// <param name="Landed">The side that came up; null where no coin was flipped.</param>
/// <param name="Streak">How many flips the user has won in a row; null where that is not known.</param>
public sealed record Flip(string RequestId, string? UserId, DateTimeOffset Time, string? Called = null, string? Landed = null, long? Streak = null)
{
    /// <summary>The columns: the one list that items, lines, DDL, Glue table and local run follow.</summary>
    public static AnalyticsRecord<Flip> Record { get; } = new(flip => flip.Time,
    [
        new(Columns.RequestId, ColumnType.Text, flip => flip.RequestId),
        new(Columns.UserId, ColumnType.Text, flip => flip.UserId),
        new("event_time", ColumnType.Timestamp, flip => ColumnValue.Timestamp(flip.Time)),
        new("called", ColumnType.Text, flip => flip.Called),
        new("landed", ColumnType.Text, flip => flip.Landed),
        new("won", ColumnType.TinyInt, flip => ColumnValue.Flag(flip.IsWon)),
        new("streak", ColumnType.BigInt, flip => ColumnValue.Number(flip.Streak)),
    ]);

    /// <summary>Whether the user called it right; null where no coin was flipped.</summary>
    public bool? IsWon => Landed is null ? null : Called == Landed;
}
