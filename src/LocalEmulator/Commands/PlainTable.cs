using LocalEmulator.Query;

namespace LocalEmulator.Commands;

/// <summary>Writes an answer as text in columns, for what is no terminal.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";

    /// <summary>Writes an answer: the columns' names, a rule, a line a row.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="answer">The answer.</param>
    public static void Write(TextWriter writer, QueryResult answer)
    {
        var header = answer.Columns.Select(column => Printable(column.Name)).ToList();
        var rows = answer.Rows.Select(row => row.Select(Printable).ToList()).ToList();
        var widths = header.Select((name, i) => rows.Select(row => row[i].Length).Append(name.Length).Max()).ToList();
        WriteRow(header);
        WriteRow([.. widths.Select(width => new string('-', width))]);
        rows.ForEach(WriteRow);

        void WriteRow(List<string> cells) => writer.WriteLine(string.Join(Gap, cells.Select(Aligned)).TrimEnd());

        string Aligned(string cell, int i) => answer.Columns[i].IsNumber ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]);
    }

    /// <summary>A value without what could steer a terminal or break a line.</summary>
    /// <param name="value">The value; null is SQL's NULL.</param>
    /// <returns>The value to print, empty for NULL.</returns>
    public static string Printable(string? value) =>
        string.Concat((value ?? "").Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
