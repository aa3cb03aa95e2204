namespace Analytics;

/// <summary>One column of an analytics record.</summary>
/// <param name="Name">The name in DynamoDB, in the DDL and in SQL.</param>
/// <param name="Type">The type in Athena.</param>
public record Column(string Name, ColumnType Type)
{
    /// <summary>The type's name in Athena's DDL: string, bigint, tinyint or timestamp.</summary>
    public string AthenaType => Type.AthenaName();

    /// <summary>Whether DynamoDB stores the value as N (otherwise as S).</summary>
    public bool IsNumber => Type is ColumnType.BigInt or ColumnType.TinyInt;
}

/// <summary>A column with its value.</summary>
/// <typeparam name="THit">What a skill knows of one hit.</typeparam>
/// <param name="Name">The name in DynamoDB, in the DDL and in SQL.</param>
/// <param name="Type">The type in Athena.</param>
/// <param name="Value">The column's text for a hit; null where the hit has no value. <see cref="ColumnValue"/> writes other types as text.</param>
public sealed record Column<THit>(string Name, ColumnType Type, Func<THit, string?> Value) : Column(Name, Type);
