using System.Text.RegularExpressions;

namespace LocalAthena;

/// <summary>Athena's names of DuckDB's types.</summary>
internal static partial class AthenaTypeName
{
    /// <summary>A type as typeof gives it: <c>integer</c>, <c>array(bigint)</c>, <c>decimal(3,1)</c>.</summary>
    public static string Of(string type) => type switch
    {
        _ when type.EndsWith("[]", StringComparison.Ordinal) => $"array({Of(type[..^2])})",
        _ when Inner().Match(type) is { Success: true } nested => $"{(nested.Groups[1].Value == "MAP" ? "map" : "row")}({Parts(nested.Groups[2].Value)})",
        "HUGEINT" or "UBIGINT" => "bigint",
        "FLOAT" => "real",
        "BLOB" => "varbinary",
        "TIMESTAMP" => "timestamp(3)",
        "TIMESTAMP WITH TIME ZONE" => "timestamp(3) with time zone",
        "\"NULL\"" => "unknown",
        _ => type.ToLowerInvariant(),
    };

    /// <summary>A type as an answer's column names it: <c>array</c> and <c>timestamp</c> without more.</summary>
    public static string OfColumn(string type) => type switch
    {
        "FLOAT" => "float",
        "TIMESTAMP" => "timestamp",
        "TIMESTAMP WITH TIME ZONE" => "timestamp with time zone",
        "\"NULL\"" => "unknown",
        _ when type.StartsWith("DECIMAL", StringComparison.Ordinal) => type.ToLowerInvariant(),
        _ => Of(type).Split('(')[0],
    };

    /// <summary>The parts of a map or row; a part of a row is a name and a type.</summary>
    private static string Parts(string text)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            depth += i == text.Length ? 0 : text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (i == text.Length || (depth == 0 && text[i] == ','))
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        return string.Join(", ", parts.Select(part => Named().Match(part) is { Success: true } named
            ? $"{named.Groups[1].Value} {Of(named.Groups[2].Value)}"
            : Of(part)));
    }

    [GeneratedRegex(@"^(MAP|STRUCT)\((.*)\)$")]
    private static partial Regex Inner();

    [GeneratedRegex(@"^""?([a-z_]\w*)""? (.+)$")]
    private static partial Regex Named();
}
