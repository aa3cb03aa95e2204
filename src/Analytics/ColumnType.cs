namespace Analytics;

/// <summary>The Athena type of a column, which also decides how DynamoDB stores its values.</summary>
public enum ColumnType
{
    /// <summary>Text; Athena <c>string</c>, DynamoDB S.</summary>
    Text,

    /// <summary>A 64-bit whole number; Athena <c>bigint</c>, DynamoDB N.</summary>
    BigInt,

    /// <summary>A whole number from -128 to 127, here 0 or 1; Athena <c>tinyint</c>, DynamoDB N.</summary>
    TinyInt,

    /// <summary>A UTC time as <c>yyyy-MM-dd HH:mm:ss.fff</c>; Athena <c>timestamp</c>, DynamoDB S.</summary>
    Timestamp,
}
