using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalEmulator.Commands;

/// <summary>Prints JSON to be read by people and programs.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
}
