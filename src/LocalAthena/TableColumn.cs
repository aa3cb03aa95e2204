namespace LocalAthena;

/// <summary>A column of a table over delivered files.</summary>
internal sealed record TableColumn(string Name, AthenaType Type);

/// <summary>The types that lines are read to; each name but <c>String</c> is a type of DuckDB as well, which knows that one, too.</summary>
internal enum AthenaType
{
    String,
    Varchar,
    Boolean,
    TinyInt,
    SmallInt,
    Int,
    BigInt,
    Float,
    Double,
    Date,
    Timestamp,
}
