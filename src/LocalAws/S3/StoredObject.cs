using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalAws.S3;

/// <summary>What is known of an object beside its bytes; headers are those that a client gave and gets back.</summary>
internal sealed record StoredObject(
    string Key, string Path, long Length, DateTime Modified, string Tag, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The note of an object: it holds for a file of this length and time.</summary>
    public string ToNote() => new JsonObject
    {
        ["length"] = Length,
        ["modified"] = Modified.Ticks,
        ["tag"] = Tag,
        ["headers"] = new JsonObject(Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
    }.ToJsonString();

    /// <summary>Reads a note; null where it does not hold, for somebody has changed the file by hand.</summary>
    public static StoredObject? Read(string key, FileInfo file, string notePath)
    {
        try
        {
            var note = JsonNode.Parse(File.ReadAllText(notePath))!;
            var headers = note["headers"]!.AsObject().ToDictionary(header => header.Key, header => (string)header.Value!, StringComparer.Ordinal);
            return (long)note["length"]! == file.Length && (long)note["modified"]! == file.LastWriteTimeUtc.Ticks
                ? new StoredObject(key, file.FullName, file.Length, file.LastWriteTimeUtc, (string)note["tag"]!, headers)
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }
}
