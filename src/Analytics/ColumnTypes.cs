namespace Analytics;

/// <summary>The names of the column types.</summary>
public static class ColumnTypes
{
    /// <summary>A type's name in Athena's DDL and in Glue.</summary>
    /// <param name="type">The type.</param>
    /// <returns>string, bigint, tinyint or timestamp.</returns>
    public static string AthenaName(this ColumnType type) => type switch
    {
        ColumnType.BigInt => "bigint",
        ColumnType.TinyInt => "tinyint",
        ColumnType.Timestamp => "timestamp",
        _ => "string",
    };

    /// <summary>A type's name in the Presto form of a view.</summary>
    /// <param name="type">The type.</param>
    /// <returns>varchar, bigint, tinyint or timestamp.</returns>
    public static string PrestoName(this ColumnType type) => type == ColumnType.Text ? "varchar" : type.AthenaName();
}
