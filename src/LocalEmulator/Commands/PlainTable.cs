namespace LocalEmulator.Commands;

/// <summary>Writes an answer as text in columns: the columns' names, a rule, a line a row.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";

    public static void Write(TextWriter writer, AnswerText answer)
    {
        var widths = answer.Widths;
        WriteRow(answer.Names);
        WriteRow([.. widths.Select(width => new string('-', width))]);
        foreach (var row in answer.Rows)
        {
            WriteRow(row);
        }

        void WriteRow(IReadOnlyList<string> cells) => writer.WriteLine(string.Join(Gap, cells.Select(Aligned)).TrimEnd());

        string Aligned(string cell, int i) => answer.Columns[i].IsNumber ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]);
    }
}
