using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LocalEmulator.Services;

/// <summary>
/// The writes that are under way, a file each: if the emulator is killed between a write and its record in the stream, the next one
/// finds the file and makes up for the record.
/// </summary>
internal sealed class WriteJournal
{
    private readonly string folder;

    /// <summary>Opens the journal.</summary>
    /// <param name="folder">Where its files lie; created if it is missing.</param>
    public WriteJournal(string folder) => this.folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>Notes a write before it is done.</summary>
    /// <param name="keys">The items' key attributes, by their text.</param>
    /// <param name="before">The items that are there.</param>
    /// <returns>The entry, for <see cref="End"/>.</returns>
    public string Begin(Dictionary<string, JsonElement> keys, Dictionary<string, JsonElement> before)
    {
        var entry = Path.Combine(folder, $"{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)}.json");
        using var file = new FileStream(entry, FileMode.CreateNew);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartArray();
        Write(json, keys);
        Write(json, before);
        json.WriteEndArray();
        return entry;
    }

    /// <summary>Forgets a write: its record is in the stream, or it was refused.</summary>
    /// <param name="entry">The entry.</param>
    public static void End(string entry) => File.Delete(entry);

    /// <summary>The writes of which it is unknown whether they reached table and stream.</summary>
    /// <returns>The entries with their keys and the items that were there.</returns>
    public IEnumerable<(string Entry, Dictionary<string, JsonElement> Keys, Dictionary<string, JsonElement> Before)> Unfinished()
    {
        foreach (var entry in Directory.GetFiles(folder))
        {
            JsonElement saved;
            try
            {
                saved = JsonElement.Parse(File.ReadAllBytes(entry));
            }
            catch (JsonException)
            {
                // The emulator ended while it noted the write, so the write was not done.
                End(entry);
                continue;
            }

            yield return (entry, Read(saved[0]), Read(saved[1]));
        }
    }

    private static void Write(Utf8JsonWriter json, Dictionary<string, JsonElement> values)
    {
        json.WriteStartObject();
        foreach (var (name, value) in values)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    private static Dictionary<string, JsonElement> Read(JsonElement values) =>
        values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
