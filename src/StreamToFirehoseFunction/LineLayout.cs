using System.Diagnostics.CodeAnalysis;
using System.Text;
using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>The columns of a record, prepared once for reading images: a process forwards the hits of one skill.</summary>
[SuppressMessage("Maintainability", "CA1515", Justification = "Public for the benchmarks, which measure the transform alone.")]
public sealed class LineLayout
{
    /// <summary>Prepares columns.</summary>
    /// <param name="columns">The columns, in the order of a line's fields.</param>
    public LineLayout(IEnumerable<Column> columns)
    {
        Columns = [.. columns];
        Names = [.. Columns.Select(column => Encoding.UTF8.GetBytes(column.Name))];
        Heads = [.. Columns.Select(column => Encoding.UTF8.GetBytes($"\"{column.Name}\":{{\"{(column.IsNumber ? 'N' : 'S')}\":\""))];
        IsNumeric = [.. Columns.Select(column => column.IsNumber)];
    }

    /// <summary>Pet Match's columns.</summary>
    public static LineLayout PetMatch { get; } = new(Analytics.Columns.All);

    internal Column[] Columns { get; }

    /// <summary>The columns' names.</summary>
    internal byte[][] Names { get; }

    /// <summary>An attribute up to its value, as the stream writes it where the value has its column's type.</summary>
    internal byte[][] Heads { get; }

    /// <summary>Whether a column holds numbers.</summary>
    internal bool[] IsNumeric { get; }
}
