namespace LocalAthena;

/// <summary>How a table's lines are written, by LazySimpleSerDe's properties.</summary>
/// <param name="FieldDelimiter">Stands between fields.</param>
/// <param name="Escape">Frees the character after it; null for none.</param>
/// <param name="NullText">What a field without a value holds.</param>
internal sealed record LineFormat(byte FieldDelimiter, byte? Escape, string NullText);
