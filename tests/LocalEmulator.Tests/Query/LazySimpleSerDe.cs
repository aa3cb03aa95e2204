using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics;

namespace LocalEmulator.Tests.Query;

/// <summary>A second reader of delivered lines, byte after byte by the SerDe's rules, to compare the table with.</summary>
internal static class LazySimpleSerDe
{
    private static readonly string[] TimeFormats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff"];

    public static string?[] Read(string line)
    {
        var fields = Split(line);
        return [.. Columns.All.Select((column, i) => i < fields.Count ? Value(column.Type, fields[i]) : null)];
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

    private static string? Value(ColumnType type, string raw) => raw.Length == 0 ? null : type switch
    {
        ColumnType.BigInt => Whole(raw, long.MinValue, long.MaxValue),
        ColumnType.TinyInt => Whole(raw, sbyte.MinValue, sbyte.MaxValue),
        ColumnType.Timestamp => Time(raw),
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
