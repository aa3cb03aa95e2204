namespace LocalAthena;

/// <summary>The answer to a query.</summary>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Values">
/// The rows, each with one value a column: null, text, a number, a boolean, a date or time, bytes, or for an array, map or row a
/// <see cref="System.Text.Json.Nodes.JsonNode"/>.
/// </param>
public sealed record QueryAnswer(IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Values)
{
    private readonly Lazy<IReadOnlyList<IReadOnlyList<string?>>> rows =
        new(() => [.. Values.Select(row => (IReadOnlyList<string?>)[.. row.Select(AthenaText.Of)])]);

    /// <summary>The rows with each value as Athena writes it; null is SQL's NULL.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows => rows.Value;
}
