using Analytics;

namespace Cdk.Constructs;

/// <summary>A column with its type in Glue and in a view's Presto form.</summary>
internal sealed record AthenaColumn(string Name, string GlueType, string PrestoType)
{
    /// <summary>A column over the delivered lines.</summary>
    public static AthenaColumn Of(ViewColumn column) => new(column.Name, column.Type.AthenaName(), column.Type.PrestoName());

    /// <summary>The same column over the roll-up: Iceberg has no tinyint, its times have microseconds, and its day is a date.</summary>
    public static AthenaColumn RolledUp(ViewColumn column) => column.Type switch
    {
        _ when column.Name == Names.PartitionColumn => new(column.Name, "date", "date"),
        ColumnType.TinyInt => new(column.Name, "int", "integer"),
        ColumnType.Timestamp => new(column.Name, "timestamp", "timestamp(6)"),
        _ => Of(column),
    };
}
