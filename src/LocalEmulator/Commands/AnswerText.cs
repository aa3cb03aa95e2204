using System.Globalization;
using LocalAthena;

namespace LocalEmulator.Commands;

/// <summary>An answer's names and values as people read them: numbers rounded, and nothing that could steer a terminal or break a line.</summary>
internal sealed record AnswerText(IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int ShortIdLength = 17;
    private const double Small = 0.01;

    public static AnswerText Of(QueryAnswer answer) => new(
        answer.Columns,
        [.. answer.Columns.Select(column => Printable(column.Name))],
        [.. answer.Values.Select(row => (IReadOnlyList<string>)[.. row.Select(value => Printable(Rounded(value)))])]);

    public IReadOnlyList<int> Widths => [.. Names.Select((name, i) => Rows.Select(row => row[i].Length).Append(name.Length).Max())];

    /// <summary>The answer with ids shortened in the middle.</summary>
    public AnswerText WithShortIds() => this with { Rows = [.. Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(value => Shortened(value, ShortIdLength))])] };

    /// <summary>A word that is longer than a width, without its middle; text of several words as it is.</summary>
    public static string Shortened(string value, int width)
    {
        if (value.Length <= width || value.Contains(' ', StringComparison.Ordinal))
        {
            return value;
        }

        var start = width / 2;
        return $"{value[..start]}…{value[^(width - start - 1)..]}";
    }

    /// <summary>A value without what could steer a terminal or break a line; empty for NULL.</summary>
    public static string Printable(string? value) =>
        string.Concat((value ?? "").Select(character => char.IsControl(character) ? '\uFFFD' : character));

    private static string? Rounded(object? value) => value is double or float
        ? Rounded(Convert.ToDouble(value, CultureInfo.InvariantCulture))
        : AthenaText.Of(value);

    private static string Rounded(double value) =>
        value.ToString(double.IsFinite(value) && value != 0 && Math.Abs(value) < Small ? "G2" : "0.##", CultureInfo.InvariantCulture);
}
