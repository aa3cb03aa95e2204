using System.Globalization;

namespace Analytics;

/// <summary>What a skill records of each hit: the one list of columns that items, lines, DDL, Glue table and local run follow.</summary>
/// <typeparam name="THit">What the skill knows of one hit.</typeparam>
public sealed class AnalyticsRecord<THit>
{
    private readonly Func<THit, DateTimeOffset> time;

    /// <summary>Makes a record of columns.</summary>
    /// <param name="time">When a hit happened: its item's time to live begins then.</param>
    /// <param name="columns">The columns, in the order of the CSV; the first is <see cref="Analytics.Columns.RequestId"/>.</param>
    /// <exception cref="ArgumentException">The columns make no record.</exception>
    public AnalyticsRecord(Func<THit, DateTimeOffset> time, IReadOnlyList<Column<THit>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (ColumnList.Flaw(columns) is { } flaw)
        {
            throw new ArgumentException($"These columns make no record: {flaw}.", nameof(columns));
        }

        this.time = time;
        Columns = columns;
    }

    /// <summary>The columns, in the order of the CSV.</summary>
    public IReadOnlyList<Column<THit>> Columns { get; }

    /// <summary>Makes a hit's DynamoDB attributes: text and timestamps as S, numbers as N; what has no value, or an empty one, is left out.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="ttlDays">Days from the event until the item expires; 0 = never.</param>
    /// <returns>The attributes, in the order of the columns: name, text (never empty), and whether DynamoDB stores it as N.</returns>
    public IEnumerable<(string Name, string Text, bool IsNumber)> Item(THit hit, int ttlDays = 0)
    {
        foreach (var column in Columns)
        {
            if (column.Value(hit) is { Length: > 0 } value)
            {
                yield return (column.Name, value, column.IsNumber);
            }
        }

        if (ttlDays > 0)
        {
            var expiry = time(hit).AddDays(ttlDays).ToUnixTimeSeconds();
            yield return (Names.TtlAttribute, expiry.ToString(CultureInfo.InvariantCulture), true);
        }
    }
}
