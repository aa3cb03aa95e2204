using System.Globalization;

namespace Analytics;

/// <summary>A hit as the attributes of its DynamoDB item.</summary>
public static class HitItem
{
    /// <summary>Makes the attributes: text and timestamps as S, numbers as N; what has no value, or an empty one, is left out.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="ttlDays">Days from the event until the item expires; 0 = never.</param>
    /// <returns>The attributes, in the order of the columns.</returns>
    public static IEnumerable<ItemValue> Of(Hit hit, int ttlDays = 0)
    {
        foreach (var column in Columns.All)
        {
            if (column.Value(hit) is { Length: > 0 } value)
            {
                yield return new ItemValue(column.Name, value, column.IsNumber);
            }
        }

        if (ttlDays > 0)
        {
            var expiry = hit.EventTime.AddDays(ttlDays).ToUnixTimeSeconds();
            yield return new ItemValue(Names.TtlAttribute, expiry.ToString(CultureInfo.InvariantCulture), IsNumber: true);
        }
    }
}

/// <summary>An attribute of a hit's item.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Value">The value as text, never empty.</param>
/// <param name="IsNumber">Whether DynamoDB stores it as N (otherwise as S).</param>
public sealed record ItemValue(string Name, string Value, bool IsNumber);
