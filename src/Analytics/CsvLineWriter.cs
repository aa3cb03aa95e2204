using System.Buffers;
using System.Text;
using CsvHelper;

namespace Analytics;

/// <summary>
/// Writes lines in the project's CSV dialect: <c>,</c> between fields, <c>\</c> before a <c>,</c> or <c>\</c> of a value, no quotes,
/// every line ended by <c>\n</c>. That is what Athena's LazySimpleSerDe reads with <c>escape.delim</c> = <c>\</c>.
/// </summary>
/// <param name="destination">Where the UTF-8 bytes go; it stays open. A line reaches it at <see cref="EndLine"/>.</param>
public sealed class CsvLineWriter(Stream destination) : IDisposable
{
    private static readonly CsvWriterOptions Dialect = CsvWriterOptions.Default with { Mode = CsvMode.Escape, NewLine = "\n" };

    private readonly CsvWriter csv = CsvWriter.Create(destination, Dialect, leaveOpen: true);

    /// <summary>Writes one field.</summary>
    /// <param name="value">The value; empty for no value. A line break (CR LF, CR or LF) becomes one space: the reader ends a line at it.</param>
    /// <param name="mayBreak">False where the caller knows that the value has no line break.</param>
    public void WriteField(ReadOnlySpan<byte> value, bool mayBreak = true)
    {
        if (!mayBreak || value.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            csv.WriteField(value);
            return;
        }

        var oneLine = ArrayPool<byte>.Shared.Rent(value.Length);
        csv.WriteField(oneLine.AsSpan(0, ReplaceLineBreaks(value, oneLine)));
        ArrayPool<byte>.Shared.Return(oneLine);
    }

    /// <summary>Writes one field from text; a lone surrogate becomes U+FFFD.</summary>
    /// <param name="value">The value; null or empty for no value.</param>
    public void WriteField(string? value) => WriteField(Encoding.UTF8.GetBytes(value ?? ""));

    /// <summary>Ends the line and hands it to the destination.</summary>
    public void EndLine()
    {
        csv.EndRecord();
        csv.Flush();
    }

    /// <summary>Gives the buffers back; the destination stays open.</summary>
    public void Dispose() => csv.Dispose();

    private static int ReplaceLineBreaks(ReadOnlySpan<byte> value, Span<byte> oneLine)
    {
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\n' && i > 0 && value[i - 1] == '\r')
            {
                continue;
            }

            oneLine[length++] = value[i] is (byte)'\r' or (byte)'\n' ? (byte)' ' : value[i];
        }

        return length;
    }
}
