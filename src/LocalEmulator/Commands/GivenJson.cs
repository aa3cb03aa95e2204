using System.Text.Json;

namespace LocalEmulator.Commands;

/// <summary>Reads JSON that the user hands over.</summary>
internal static class GivenJson
{
    /// <summary>Leaves out the byte order mark that some editors put before JSON.</summary>
    public static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;

    public static JsonElement Parse(string name, ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonElement.Parse(json.Span);
        }
        catch (JsonException broken)
        {
            // The reader counts from 0, editors from 1; it says where at the end of its message, in its own words.
            var reason = broken.Message.Split(" LineNumber:")[0];
            throw new EmulatorException($"{name}, line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}: {reason}", broken);
        }
    }

    /// <summary>A property; undefined where the element is no object that has it.</summary>
    public static JsonElement Find(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A property's text; null where there is none.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
