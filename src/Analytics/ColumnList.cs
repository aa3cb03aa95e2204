using System.Diagnostics.CodeAnalysis;

namespace Analytics;

/// <summary>A list of columns as text, such as <c>request_id string, won tinyint</c>, and what makes a list of columns a record.</summary>
public static class ColumnList
{
    private const int MaxNameLength = 255; // Glue: a column's name

    /// <summary>The text of a list.</summary>
    /// <param name="columns">The columns, in order.</param>
    /// <returns>Name and type of each, as in DDL.</returns>
    public static string Text(IEnumerable<Column> columns) => string.Join(", ", columns.Select(column => $"{column.Name} {column.AthenaType}"));

    /// <summary>Reads a list from text.</summary>
    /// <param name="text">Name and type of each column, with a comma between two columns.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="flaw">What is wrong with the text.</param>
    /// <returns>Whether it is a record's list of columns.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out IReadOnlyList<Column>? columns, [NotNullWhen(false)] out string? flaw)
    {
        ArgumentNullException.ThrowIfNull(text);
        columns = null;
        var read = new List<Column>();
        foreach (var entry in text.Split(','))
        {
            var words = entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is not [var name, var typeName] || ColumnTypes.Find(typeName) is not { } type)
            {
                flaw = $"'{entry.Trim()}' is not a name and one of the types {string.Join(", ", ColumnTypes.AthenaNames)}";
                return false;
            }

            read.Add(new Column(name, type));
        }

        flaw = Flaw(read);
        columns = flaw is null ? read : null;
        return flaw is null;
    }

    /// <summary>What keeps a list of columns from being a record.</summary>
    /// <param name="columns">The columns, in order.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? Flaw(IReadOnlyList<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns is not [{ Name: Columns.RequestId, Type: ColumnType.Text }, ..])
        {
            return $"the first column has to be '{Columns.RequestId} string', the table's partition key";
        }

        if (columns.FirstOrDefault(column => !IsName(column.Name)) is { } misnamed)
        {
            return $"'{misnamed.Name}' is no column's name, at most {MaxNameLength} of a-z 0-9 _ that begin with no digit";
        }

        if (columns.FirstOrDefault(column => column.Name is Names.TtlAttribute or Names.PartitionColumn) is { } taken)
        {
            return $"'{taken.Name}' is taken: {Names.TtlAttribute} is the item's end of life, {Names.PartitionColumn} the day it was delivered";
        }

        return columns.CountBy(column => column.Name).FirstOrDefault(count => count.Value > 1).Key is { } repeated
            ? $"'{repeated}' stands there twice"
            : null;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= MaxNameLength
        && !char.IsAsciiDigit(name[0])
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');
}
