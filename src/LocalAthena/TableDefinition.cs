using System.Text.RegularExpressions;

namespace LocalAthena;

/// <summary>What a <c>CREATE EXTERNAL TABLE</c> over delimited lines says.</summary>
internal sealed partial record TableDefinition(
    string Database, string Name, IReadOnlyList<TableColumn> Columns, TableColumn? Partition, LineFormat Format, FileLocation Location)
{
    private const string SerDe = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";

    /// <exception cref="AthenaException">The statement is none that can be read here.</exception>
    public static TableDefinition Parse(string ddl)
    {
        var statement = Statement().Match(SqlText.WithoutComments(ddl));
        if (!statement.Success)
        {
            throw new AthenaException($"The definition is no CREATE EXTERNAL TABLE of {SerDe} with a LOCATION: {ddl}");
        }

        var properties = Property().Matches(statement.Groups["rest"].Value).ToDictionary(
            property => property.Groups[1].Value, property => Unescaped(property.Groups[2].Value), StringComparer.Ordinal);
        var name = statement.Groups["name"].Value;
        var partitions = ReadColumns(name, statement.Groups["partitions"].Value);
        if (partitions.Count > 1)
        {
            throw new AthenaException($"The table {name} has {partitions.Count} partition columns; one at most is read here.");
        }

        var format = new LineFormat(
            Byte(properties, "field.delim") ?? 1,
            Byte(properties, "escape.delim"),
            properties.GetValueOrDefault("serialization.null.format", "\\N"));
        var location = properties.GetValueOrDefault("storage.location.template", statement.Groups["location"].Value);
        return new TableDefinition(
            statement.Groups["database"] is { Success: true } database ? database.Value : "default",
            name,
            ReadColumns(name, statement.Groups["columns"].Value),
            partitions.SingleOrDefault(),
            format,
            FileLocation.Parse(location, partitions.SingleOrDefault()?.Name, properties));
    }

    /// <summary>The statement that makes the table in DuckDB.</summary>
    public string CreateTable() =>
        $"CREATE TABLE {Name} ({string.Join(", ", Columns.Append(Partition).OfType<TableColumn>().Select(column => $"\"{column.Name}\" {column.Type}"))})";

    private static List<TableColumn> ReadColumns(string table, string text) =>
    [
        .. ColumnOf().Matches(text).Select(column => new TableColumn(
            column.Groups[1].Value,
            Enum.TryParse<AthenaType>(column.Groups[2].Value, ignoreCase: true, out var type)
                ? type
                : throw new AthenaException(
                    $"The column {column.Groups[1].Value} of {table} is of type {column.Groups[2].Value}; "
                    + $"known here are {string.Join(", ", Enum.GetNames<AthenaType>()).ToLowerInvariant()}."))),
    ];

    private static byte? Byte(Dictionary<string, string> properties, string name) =>
        properties.TryGetValue(name, out var value) && value is [var character] && char.IsAscii(character) ? (byte)character : null;

    private static string Unescaped(string text) => Escape().Replace(text, match => match.Groups[1].Value is "t" ? "\t" : match.Groups[1].Value);

    [GeneratedRegex("""
        ^\s*CREATE\s+EXTERNAL\s+TABLE\s+(IF\s+NOT\s+EXISTS\s+)?(`?(?<database>\w+)`?\.)?`?(?<name>\w+)`?\s*\((?<columns>[^()]*)\)
        (\s*PARTITIONED\s+BY\s*\((?<partitions>[^()]*)\))?
        (?<rest>\s*ROW\s+FORMAT\s+SERDE\s+'org\.apache\.hadoop\.hive\.serde2\.lazy\.LazySimpleSerDe'.*LOCATION\s+'(?<location>[^']*)'.*)$
        """, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Statement();

    [GeneratedRegex(@"'((?:[^'\\]|\\.)*)'\s*=\s*'((?:[^'\\]|\\.)*)'")]
    private static partial Regex Property();

    [GeneratedRegex(@"`?(\w+)`?\s+(\w+)")]
    private static partial Regex ColumnOf();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
