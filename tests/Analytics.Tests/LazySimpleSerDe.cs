using System.Text;

namespace Analytics.Tests;

/// <summary>Reads text as Athena's LazySimpleSerDe does with this project's table properties, written from its rules alone.</summary>
internal static class LazySimpleSerDe
{
    private const char Delimiter = ',';
    private const char Escape = '\\';

    /// <summary>Reads a file's rows: lines end before any escape is looked at, fields at a comma that no escape precedes.</summary>
    public static List<string?[]> Read(byte[] file, int columns)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        lines[^1].ShouldBeEmpty("the last line has no end");
        return [.. lines[..^1].Select(line => ReadRow(line, columns))];
    }

    private static string?[] ReadRow(string line, int columns)
    {
        var fields = SplitFields(line);
        return [.. Enumerable.Range(0, columns).Select(column => column < fields.Count ? Value(fields[column]) : null)];
    }

    private static List<string> SplitFields(string line)
    {
        var fields = new List<string>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == Escape)
            {
                i++;
            }
            else if (line[i] == Delimiter)
            {
                fields.Add(line[start..i]);
                start = i + 1;
            }
        }

        fields.Add(line[start..]);
        return fields;
    }

    /// <summary>NULL is tested on the raw field; escapes are taken away after that.</summary>
    private static string? Value(string raw)
    {
        if (raw.Length == 0)
        {
            return null;
        }

        var value = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == Escape && i + 1 < raw.Length)
            {
                i++;
            }

            value.Append(raw[i]);
        }

        return value.ToString();
    }
}
