using System.Globalization;
using System.Text;
using System.Text.Unicode;
using DuckDB.NET.Data;

namespace LocalAthena;

/// <summary>
/// Reads the fields of a line by LazySimpleSerDe's rules: NULL is looked for before escapes are, missing fields are NULL, surplus ones are
/// ignored, and what is no value of the column's type is NULL.
/// </summary>
internal sealed class FieldReader(IReadOnlyList<TableColumn> columns, LineFormat format)
{
    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.f", "yyyy-MM-dd HH:mm:ss.ff", "yyyy-MM-dd HH:mm:ss.fff"];

    private readonly byte[] nullText = Encoding.UTF8.GetBytes(format.NullText);
    private readonly byte escape = format.Escape ?? format.FieldDelimiter;

    public void Append(Span<byte> line, IDuckDBAppenderRow row)
    {
        var rest = line;
        var more = true;
        foreach (var column in columns)
        {
            if (!more || Next(ref rest, out more) is var field && field.SequenceEqual(nullText))
            {
                row.AppendNullValue();
                continue;
            }

            Append(column.Type, field, row);
        }
    }

    private Span<byte> Next(ref Span<byte> rest, out bool more)
    {
        var length = 0;
        while (true)
        {
            var found = rest[length..].IndexOfAny(format.FieldDelimiter, escape);
            length = found < 0 ? rest.Length : length + found;
            more = length < rest.Length;
            if (!more || rest[length] == format.FieldDelimiter)
            {
                break;
            }

            length = Math.Min(length + 2, rest.Length);
        }

        var field = rest[..length];
        rest = rest[Math.Min(length + 1, rest.Length)..];
        return field;
    }

    private void Append(AthenaType type, Span<byte> field, IDuckDBAppenderRow row)
    {
        _ = type switch
        {
            AthenaType.BigInt => row.AppendValue(Whole(field, long.MinValue, long.MaxValue)),
            AthenaType.Int => row.AppendValue((int?)Whole(field, int.MinValue, int.MaxValue)),
            AthenaType.SmallInt => row.AppendValue((short?)Whole(field, short.MinValue, short.MaxValue)),
            AthenaType.TinyInt => row.AppendValue((sbyte?)Whole(field, sbyte.MinValue, sbyte.MaxValue)),
            AthenaType.Float => row.AppendValue((float?)Number(field)),
            AthenaType.Double => row.AppendValue(Number(field)),
            AthenaType.Boolean => row.AppendValue(Flag(field)),
            AthenaType.Date => row.AppendValue(
                DateOnly.TryParseExact(Encoding.UTF8.GetString(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    ? date
                    : (DateOnly?)null),
            AthenaType.Timestamp => row.AppendValue(
                DateTime.TryParseExact(Encoding.UTF8.GetString(field), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                    ? time
                    : (DateTime?)null),
            _ => row.AppendValue(Text(field)),
        };
    }

    /// <summary>The text without its escapes; a last one that escapes nothing is itself. Bytes that are no UTF-8 are replaced.</summary>
    private Span<byte> Text(Span<byte> field)
    {
        if (format.Escape is not null && field.Contains(escape))
        {
            var length = 0;
            for (var i = 0; i < field.Length; i++)
            {
                i += field[i] == escape && i + 1 < field.Length ? 1 : 0;
                field[length++] = field[i];
            }

            field = field[..length];
        }

        return Utf8.IsValid(field) ? field : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(field));
    }

    private static bool? Flag(Span<byte> field) =>
        Ascii.EqualsIgnoreCase(field, "true"u8) ? true : Ascii.EqualsIgnoreCase(field, "false"u8) ? false : null;

    // .NET takes zero bytes after a number for nothing; Hive does not.
    private static long? Whole(Span<byte> field, long from, long to) =>
        !field.Contains((byte)0) && long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : null;

    private static double? Number(Span<byte> field) =>
        !field.Contains((byte)0) && double.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null;
}
