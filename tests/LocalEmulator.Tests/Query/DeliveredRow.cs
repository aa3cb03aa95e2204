using System.Globalization;
using System.Text;
using Analytics;

namespace LocalEmulator.Tests.Query;

/// <summary>One delivered line, as the table reads it: its values in the columns' order, and the day of its path.</summary>
internal sealed record DeliveredRow(string Day, IReadOnlyList<string?> Values)
{
    private static readonly Dictionary<string, int> Positions =
        Columns.All.Select((column, i) => (column.Name, i)).ToDictionary(column => column.Name, column => column.i, StringComparer.Ordinal);

    public string? this[string column] => Positions[column] < Values.Count ? Values[Positions[column]] : null;

    public string Id => this["request_id"]!;

    public DateTime? Time => this["event_time"] is { } time
        ? DateTime.ParseExact(time, "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)
        : null;

    public DateTime? Week => Time?.Date.AddDays(-(((int)Time.Value.DayOfWeek + 6) % 7));

    public string Line
    {
        get
        {
            using var text = new MemoryStream();
            using var lines = new CsvLineWriter(text);
            foreach (var value in Values)
            {
                lines.WriteField(value);
            }

            lines.EndLine();
            return Encoding.UTF8.GetString(text.ToArray());
        }
    }
}
