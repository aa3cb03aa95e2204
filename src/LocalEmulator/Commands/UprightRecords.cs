namespace LocalEmulator.Commands;

/// <summary>Writes an answer a line a column, for rows that are wider than the terminal; words that are too long lose their middle.</summary>
internal static class UprightRecords
{
    private const int Gap = 2;
    private const int LeastValueWidth = 20;

    public static void Write(TextWriter writer, AnswerText answer, int width)
    {
        var nameWidth = answer.Names.Max(name => name.Length);
        var valueWidth = Math.Max(LeastValueWidth, width - nameWidth - Gap);
        for (var row = 0; row < answer.Rows.Count; row++)
        {
            writer.WriteLine($"-- {row + 1} ".PadRight(Math.Min(width, nameWidth + Gap), '-'));
            for (var i = 0; i < answer.Names.Count; i++)
            {
                var lines = Lines(AnswerText.Shortened(answer.Rows[row][i], valueWidth), valueWidth);
                writer.WriteLine($"{answer.Names[i].PadRight(nameWidth + Gap)}{lines[0]}".TrimEnd());
                foreach (var more in lines.Skip(1))
                {
                    writer.WriteLine($"{new string(' ', nameWidth + Gap)}{more}");
                }
            }
        }
    }

    private static List<string> Lines(string value, int width)
    {
        var lines = new List<string>();
        while (value.Length > width)
        {
            var end = value.LastIndexOf(' ', width) is > 0 and var space ? space : width;
            lines.Add(value[..end]);
            value = value[end..].TrimStart();
        }

        lines.Add(value);
        return lines;
    }
}
