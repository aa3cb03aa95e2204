using System.Globalization;

namespace Analytics;

/// <summary>A hit as the attributes of its DynamoDB item.</summary>
public static class HitItem
{
    /// <summary>Makes the attributes: text and timestamps as S, numbers as N; what has no value, or an empty one, is left out.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="ttlDays">Days from the event until the item expires; 0 = never.</param>
    /// <returns>The attributes, in the order of the columns: name, text (never empty), and whether DynamoDB stores it as N.</returns>
    public static IEnumerable<(string Name, string Text, bool IsNumber)> Of(Hit hit, int ttlDays = 0)
    {
        foreach (var column in Columns.All)
        {
            if (column.Value(hit) is { Length: > 0 } value)
            {
                yield return (column.Name, value, column.IsNumber);
            }
        }

        if (ttlDays > 0)
        {
            var expiry = hit.EventTime.AddDays(ttlDays).ToUnixTimeSeconds();
            yield return (Names.TtlAttribute, expiry.ToString(CultureInfo.InvariantCulture), true);
        }
    }
}
