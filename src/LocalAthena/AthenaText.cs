using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalAthena;

/// <summary>Writes values as Athena does.</summary>
public static class AthenaText
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.fff";

    /// <summary>A value as text.</summary>
    /// <param name="value">A value of a <see cref="QueryAnswer"/>.</param>
    /// <returns>The text; null for null.</returns>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => Of(number),
        float number => Of(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => $"{time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)} UTC",
        byte[] bytes => string.Join(' ', bytes.Select(one => one.ToString("x2", CultureInfo.InvariantCulture))),
        JsonNode node => Nested(node),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A double as Java writes it: 0.25, 1.0, 1.0E7.</summary>
    internal static string Of(double value)
    {
        var size = Math.Abs(value);
        return double.IsFinite(value) && value != 0 && size is < 1e-3 or >= 1e7
            ? Scientific(value.ToString("R", CultureInfo.InvariantCulture))
            : Plain(value.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>A double as a cast to varchar writes it: 2.5E-1, 1.0E0.</summary>
    internal static string Cast(double value) => CastText(value, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A float as a cast to varchar writes it.</summary>
    internal static string Cast(float value) => CastText(value, value.ToString("R", CultureInfo.InvariantCulture));

    private static string Of(float value) => Math.Abs(value) is < 1e-3f or >= 1e7f && float.IsFinite(value) && value != 0
        ? Scientific(value.ToString("R", CultureInfo.InvariantCulture))
        : Plain(value.ToString("R", CultureInfo.InvariantCulture));

    private static string CastText(double value, string digits) =>
        value == 0 ? (double.IsNegative(value) ? "-0E0" : "0E0") : double.IsFinite(value) ? Scientific(digits) : digits;

    private static string Plain(string digits) => digits.All(digit => char.IsAsciiDigit(digit) || digit == '-') ? $"{digits}.0" : digits;

    /// <summary>The shortest digits of a number, moved behind one digit and an exponent.</summary>
    private static string Scientific(string number)
    {
        var sign = number[0] == '-' ? "-" : "";
        var parts = number.TrimStart('-').Split('E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        exponent += (point < 0 ? parts[0].Length : point) - 1;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        exponent -= digits.Length - significant.Length;
        significant = significant.TrimEnd('0');
        return $"{sign}{significant[0]}.{(significant.Length > 1 ? significant[1..] : "0")}E{exponent.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Nested(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray array => $"[{string.Join(", ", array.Select(Nested))}]",
        JsonObject map => $"{{{string.Join(", ", map.Select(entry => $"{entry.Key}={Nested(entry.Value)}"))}}}",
        _ when node.GetValueKind() == JsonValueKind.String => node.GetValue<string>(),
        _ when node.GetValueKind() == JsonValueKind.Number && IsDouble(node.ToJsonString(), out var number) => Of(number),
        _ => node.ToJsonString(),
    };

    /// <summary>Whether a number within JSON has an exponent, as only doubles have.</summary>
    private static bool IsDouble(string text, out double number)
    {
        number = 0;
        return text.Contains('e', StringComparison.OrdinalIgnoreCase)
            && double.TryParse(text, CultureInfo.InvariantCulture, out number);
    }
}
