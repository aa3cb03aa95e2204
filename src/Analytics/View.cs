namespace Analytics;

/// <summary>A view over the Athena table; its SQL is <c>athena/views/{Name}.sql</c>.</summary>
/// <param name="Name">The name in the database.</param>
/// <param name="Columns">The columns, in order.</param>
public sealed record View(string Name, IReadOnlyList<ViewColumn> Columns);

/// <summary>A column of a view.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type in Athena.</param>
public sealed record ViewColumn(string Name, ColumnType Type);
