using System.Globalization;
using System.Text.RegularExpressions;

namespace Cdk.Settings;

/// <summary>How hits are kept in their table.</summary>
internal sealed partial record HitsSettings(int TtlDays, int? LeastWrites, int? MostWrites)
{
    private const string OnDemand = "on-demand";

    /// <summary>Reads the settings.</summary>
    public static HitsSettings Read(ContextReader context)
    {
        var days = context.Number("hitTtlDays", 0, 0, 36_500, "days (0 = never)");
        var (least, most) = (0, 0);
        var capacity = context.Text(
            "hitsCapacity",
            OnDemand,
            value => value == OnDemand || TryRange(value, out least, out most),
            "on-demand, or write units from the least to the most, such as 300-900 (1 to 40000)");
        return capacity == OnDemand ? new HitsSettings(days, null, null) : new HitsSettings(days, least, most);
    }

    private static bool TryRange(string value, out int least, out int most)
    {
        var range = Range().Match(value);
        least = range.Success ? int.Parse(range.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        most = range.Success ? int.Parse(range.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return least >= 1 && most >= least && most <= 40_000; // DynamoDB: a table's default quota
    }

    [GeneratedRegex(@"\A([0-9]{1,5})-([0-9]{1,5})\z")]
    private static partial Regex Range();
}
