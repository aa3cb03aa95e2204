using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAthena;

namespace LocalEmulator.Query;

/// <summary>Writes answers for other programs.</summary>
internal static class ResultText
{
    private const int RowsOnPage = 1_000;

    // Values of other scripts stay readable; the text is for files and pipes, not for HTML.
    private static readonly JsonWriterOptions JsonOptions =
        new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer as CSV by RFC 4180: a line of names, a line a row; NULL is an empty field, an empty text <c>""</c>.</summary>
    public static string Csv(QueryAnswer answer)
    {
        var text = new StringBuilder();
        Write(answer.Columns.Select(column => (string?)column.Name));
        foreach (var row in answer.Rows)
        {
            Write(row);
        }

        return text.ToString();

        void Write(IEnumerable<string?> values) => text.AppendJoin(',', values.Select(Field)).Append('\n');
    }

    /// <summary>An answer as JSON: an array of an object a row; numbers, true, false, arrays and maps are such, NULL is null, else text.</summary>
    public static string Json(QueryAnswer answer)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonOptions))
        {
            json.WriteStartArray();
            foreach (var row in answer.Values)
            {
                json.WriteStartObject();
                foreach (var (column, value) in answer.Columns.Zip(row))
                {
                    json.WritePropertyName(column.Name);
                    WriteValue(json, column, value);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>
    /// Writes an answer's columns, rows and their total into an object, as pages draw them: a value stands at its column's place, and rows beyond
    /// the first thousand are left to CSV.
    /// </summary>
    public static void WriteForPage(Utf8JsonWriter json, QueryAnswer answer)
    {
        json.WriteStartArray("columns");
        foreach (var column in answer.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type);
            json.WriteBoolean("isNumber", column.IsNumber);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in answer.Values.Take(RowsOnPage))
        {
            json.WriteStartArray();
            foreach (var (column, value) in answer.Columns.Zip(row))
            {
                WriteValue(json, column, value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("total", answer.Values.Count);
    }

    private static string Field(string? value) => value switch
    {
        null => "",
        "" => "\"\"",
        _ when value.AsSpan().IndexOfAny(",\"\r\n") >= 0 => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => value,
    };

    private static void WriteValue(Utf8JsonWriter json, AnswerColumn column, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case JsonNode node:
                node.WriteTo(json);
                break;
            case double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity:
            case not null when !column.IsNumber:
                json.WriteStringValue(AthenaText.Of(value));
                break;
            default:
                json.WriteRawValue(AthenaText.Of(value)!);
                break;
        }
    }
}
