using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LocalAthena.Tests;

/// <summary>A second reader of delivered lines, byte after byte by the SerDe's rules, to compare the table with.</summary>
internal static class LazySimpleSerDe
{
    private static readonly string[] Types = ["string", "bigint", "tinyint", "timestamp", "string", "string"];
    private static readonly string[] TimeFormats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff"];

    public static string?[] Read(string line)
    {
        var fields = Split(line);
        return [.. Types.Select((type, i) => i < fields.Count ? Value(type, fields[i]) : null)];
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length)
            {
                i++;
            }
            else if (line[i] == ',')
            {
                fields.Add(line[start..i]);
                start = i + 1;
            }
        }

        fields.Add(line[start..]);
        return fields;
    }

    private static string? Value(string type, string raw) => raw.Length == 0 ? null : type switch
    {
        "bigint" => Whole(raw, long.MinValue, long.MaxValue),
        "tinyint" => Whole(raw, sbyte.MinValue, sbyte.MaxValue),
        "timestamp" => Time(raw),
        _ => Unescape(raw),
    };

    private static string? Whole(string raw, long from, long to) =>
        Regex.IsMatch(raw, "^[+-]?[0-9]+\\z")
        && long.TryParse(raw, CultureInfo.InvariantCulture, out var number)
        && number >= from
        && number <= to
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string? Time(string raw) =>
        DateTime.TryParseExact(raw, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)
            : null;

    private static string Unescape(string raw)
    {
        var text = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\' && i + 1 < raw.Length)
            {
                i++;
            }

            text.Append(raw[i]);
        }

        return text.ToString();
    }
}
