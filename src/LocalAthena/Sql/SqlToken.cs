namespace LocalAthena;

/// <summary>What a token of SQL is.</summary>
internal enum SqlTokenKind
{
    Word,
    Text,
    QuotedName,
    Symbol,
}

/// <summary>A token of SQL and where it stands.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Start, int End)
{
    public bool Is(string text) => Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && Text.Equals(text, StringComparison.OrdinalIgnoreCase);
}
