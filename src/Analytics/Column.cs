namespace Analytics;

/// <summary>One column of the analytics record.</summary>
/// <param name="Name">The name in DynamoDB, in the DDL and in SQL.</param>
/// <param name="Type">The type in Athena.</param>
/// <param name="Value">The column's text for a hit; null where the hit has no value.</param>
public sealed record Column(string Name, ColumnType Type, Func<Hit, string?> Value)
{
    /// <summary>The type's name in Athena's DDL: string, bigint, tinyint or timestamp.</summary>
    public string AthenaType => Type.AthenaName();

    /// <summary>Whether DynamoDB stores the value as N (otherwise as S).</summary>
    public bool IsNumber => Type is ColumnType.BigInt or ColumnType.TinyInt;
}
