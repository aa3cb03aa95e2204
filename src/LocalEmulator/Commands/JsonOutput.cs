using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalEmulator.Commands;

/// <summary>Prints JSON to be read by people and programs: one document a command.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints JSON values as one array.</summary>
    /// <param name="values">The values, each in UTF-8.</param>
    public static void PrintAll(IEnumerable<byte[]> values) => Print((byte[])[.. "["u8, .. Join(values), .. "]"u8]);

    /// <summary>Prints a JSON value, indented, on lines of its own.</summary>
    public static void Print(ReadOnlyMemory<byte> utf8)
    {
        using var output = Console.OpenStandardOutput();
        using (var document = JsonDocument.Parse(utf8))
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            document.WriteTo(json);
        }

        output.WriteByte((byte)'\n');
    }

    private static IEnumerable<byte> Join(IEnumerable<byte[]> values) =>
        values.SelectMany((value, number) => number == 0 ? value : value.Prepend((byte)','));
}
