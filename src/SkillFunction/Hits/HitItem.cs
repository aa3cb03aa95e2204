using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Analytics;

namespace SkillFunction.Hits;

/// <summary>A hit as a DynamoDB item.</summary>
internal static class HitItem
{
    /// <summary>Makes the item: text and timestamps as S, numbers as N; what has no value, or an empty one, is not written.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="ttlDays">Days from the event until the item expires; 0 = never.</param>
    /// <returns>The item's attributes.</returns>
    public static Dictionary<string, AttributeValue> Of(Hit hit, int ttlDays)
    {
        var item = new Dictionary<string, AttributeValue>();
        foreach (var column in Columns.All)
        {
            if (column.Value(hit) is { Length: > 0 } value)
            {
                item.Add(column.Name, column.IsNumber ? new AttributeValue { N = value } : new AttributeValue { S = value });
            }
        }

        if (ttlDays > 0)
        {
            var expiry = hit.EventTime.AddDays(ttlDays).ToUnixTimeSeconds();
            item.Add(Names.TtlAttribute, new AttributeValue { N = expiry.ToString(CultureInfo.InvariantCulture) });
        }

        return item;
    }
}
