namespace Analytics;

/// <summary>The names of the column types.</summary>
public static class ColumnTypes
{
    /// <summary>The types' names in Athena's DDL and in Glue.</summary>
    public static IReadOnlyList<string> AthenaNames { get; } = [.. Enum.GetValues<ColumnType>().Select(AthenaName)];

    /// <summary>Finds a type by its name in Athena's DDL.</summary>
    /// <param name="athenaName">The name.</param>
    /// <returns>The type; null where no column has it.</returns>
    public static ColumnType? Find(string athenaName) =>
        Enum.GetValues<ColumnType>().Cast<ColumnType?>().FirstOrDefault(type => type!.Value.AthenaName() == athenaName);

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
