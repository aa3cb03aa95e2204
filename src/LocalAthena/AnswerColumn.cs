namespace LocalAthena;

/// <summary>A column of an answer.</summary>
/// <param name="Name">The name in lower case, as Athena gives it; <c>_col0</c> and so on where the query gives none.</param>
/// <param name="Type">The type as Athena writes it, such as <c>varchar</c>, <c>bigint</c>, <c>decimal(10,2)</c> or <c>array</c>.</param>
public sealed record AnswerColumn(string Name, string Type)
{
    /// <summary>Whether the values are numbers.</summary>
    public bool IsNumber => Type is "tinyint" or "smallint" or "integer" or "bigint" or "float" or "double"
        || Type.StartsWith("decimal", StringComparison.Ordinal);
}
