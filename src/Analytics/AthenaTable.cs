namespace Analytics;

/// <summary>The Athena table over delivered lines.</summary>
public static class AthenaTable
{
    /// <summary>What the table is partitioned by, without anybody adding partitions: a day's folder, by its path.</summary>
    /// <param name="location">The bucket's address, with a slash at its end.</param>
    /// <returns>The table's properties, in the order of the DDL.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>> Projection(string location) =>
    [
        new("projection.enabled", "true"),
        new("projection.day.type", "date"),
        new("projection.day.format", "yyyy/MM/dd"),
        new("projection.day.range", "2017/01/01,NOW"),
        new("projection.day.interval", "1"),
        new("projection.day.interval.unit", "DAYS"),
        new("storage.location.template", $"{location}{Names.DeliveryPrefix}${{{Names.PartitionColumn}}}/"),
    ];

    /// <summary>How a line becomes a row.</summary>
    public const string Reader = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";

    /// <summary>How the reader tells fields, escapes and missing values.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Format { get; } =
        [new("field.delim", ","), new("escape.delim", "\\"), new("serialization.null.format", "")];

    /// <summary>The statement that makes the table.</summary>
    /// <param name="database">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The record's columns.</param>
    /// <param name="bucket">The bucket of the delivered lines.</param>
    /// <returns>Athena DDL.</returns>
    public static string Ddl(string database, string table, IEnumerable<Column> columns, string bucket) => $"""
        CREATE EXTERNAL TABLE IF NOT EXISTS {database}.{table} (
        {string.Join(",\n", columns.Select(column => $"  `{column.Name}` {column.AthenaType}"))}
        )
        PARTITIONED BY (`{Names.PartitionColumn}` string)
        ROW FORMAT SERDE '{Reader}'
        WITH SERDEPROPERTIES (
        {Properties(Format)}
        )
        LOCATION 's3://{bucket}/'
        TBLPROPERTIES (
        {Properties(Projection($"s3://{bucket}/"))}
        );

        """;

    private static string Properties(IEnumerable<KeyValuePair<string, string>> properties) =>
        string.Join(",\n", properties.Select(property => $"  '{property.Key}' = '{property.Value.Replace("\\", @"\\", StringComparison.Ordinal)}'"));
}
