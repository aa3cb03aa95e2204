using Analytics;

namespace LocalEmulator.Query;

/// <summary>
/// The Athena table over the delivered files, as a view in DuckDB's SQL that reads lines by LazySimpleSerDe's rules: an escape frees
/// the character after it, no value is an empty field, missing fields are NULL, surplus ones ignored, what is no number is NULL.
/// </summary>
internal static class DeliveredTable
{
    /// <summary>The delivered objects' files below the bucket's folder.</summary>
    private const string Files = $"{FilesPrefix}*/*/*/*/*{FileSuffix}";

    private const string FilesPrefix = $"./{Names.DeliveryPrefix}";

    private const string FileSuffix = Pipeline.FileExtension;

    // Whole lines: a delimiter that no text holds, as U+10FFFF is no character; a line is at most Firehose's 1,024,000 bytes.
    private const string Lines = $$"""
        SELECT line, filename FROM read_csv('{{Files}}', columns = {'line': 'VARCHAR'}, delim = chr(1114111), quote = '', escape = '',
          header = false, auto_detect = false, strict_mode = false, new_line = '\n', compression = 'gzip', filename = true,
          max_line_size = 1100000, buffer_size = 4400000)
        """;

    private const string NoLines = "SELECT '' AS line, '' AS filename WHERE false";

    // A line holds neither CR nor LF, so they stand in for an escaped backslash and an escaped comma until the line is split.
    // A last backslash that escapes nothing is itself.
    private const string Fields = """
        string_split(system.main.regexp_replace(replace(replace(line, '\\', chr(13)), '\,', chr(10)), '\\$', chr(13)), ',')
        """;

    /// <summary>The statement that makes an empty table.</summary>
    public static string CreateEmpty { get; } = Create(NoLines);

    /// <summary>The statement that makes the table over whatever files the bucket holds when it is read; one at least.</summary>
    public static string CreateOverFiles { get; } = Create(Lines);

    /// <summary>Whether a bucket holds delivered files.</summary>
    /// <param name="bucketDirectory">The bucket's folder.</param>
    /// <returns>True as soon as one file is there.</returns>
    public static bool HasFiles(string bucketDirectory) =>
        Directory.Exists(bucketDirectory)
        && Directory.EnumerateDirectories(bucketDirectory, $"{Names.DeliveryPrefix}*")
            .SelectMany(year => Directory.EnumerateFiles(year, $"*{FileSuffix}", SearchOption.AllDirectories))
            .Any();

    private static string Create(string lines) => $"""
        CREATE OR REPLACE VIEW {Names.Database}.{Names.Table} AS
        SELECT {string.Join(",\n  ", Columns.All.Select((column, i) => $"{Value(column.Type, $"fields[{i + 1}]")} AS {column.Name}"))},
          {Names.PartitionColumn}
        FROM (
          SELECT {Fields} AS fields, replace(substr(filename, {FilesPrefix.Length + 1}, 10), '\', '/') AS {Names.PartitionColumn}
          FROM ({lines}))
        """;

    private static string Value(ColumnType type, string field) => type switch
    {
        ColumnType.BigInt => Checked(field, "[+-]?[0-9]+", "BIGINT"),
        ColumnType.TinyInt => Checked(field, "[+-]?[0-9]+", "TINYINT"),
        ColumnType.Timestamp => Checked(field, @"\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?", "TIMESTAMP"),
        _ => $"""translate(replace(nullif({field}, ''), '\', ''), chr(13) || chr(10), '\,')""",
    };

    /// <summary>DuckDB reads more notations than Athena does; only Athena's pass.</summary>
    private static string Checked(string field, string pattern, string type) =>
        $"CASE WHEN regexp_full_match({field}, '{pattern}') THEN TRY_CAST({field} AS {type}) END";
}
