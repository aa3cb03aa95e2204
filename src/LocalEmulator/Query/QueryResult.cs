namespace LocalEmulator.Query;

/// <summary>The answer to a query.</summary>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Rows">The rows, each with one text a column; null is SQL's NULL.</param>
internal sealed record QueryResult(IReadOnlyList<ResultColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);

/// <summary>A column of an answer.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, as Athena writes it.</param>
internal sealed record ResultColumn(string Name, string Type)
{
    /// <summary>Whether its values are numbers.</summary>
    public bool IsNumber => Type is "tinyint" or "smallint" or "integer" or "bigint" or "float" or "double"
        || Type.StartsWith("decimal", StringComparison.Ordinal);
}
