using System.Text.Json;

namespace LocalEmulator.Query;

/// <summary>Request ids in a file, one JSON object a line, for SQL to count: memory does not grow with their number.</summary>
internal sealed class IdFile : IDisposable
{
    private readonly FileStream file;
    private readonly Lock oneAtATime = new();

    /// <summary>Begins a file; one of the same name is replaced.</summary>
    /// <param name="path">The file's path; it is deleted at the end.</param>
    public IdFile(string path) => file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);

    /// <summary>The file's path.</summary>
    public string Path => file.Name;

    /// <summary>Adds an id; several threads may.</summary>
    /// <param name="requestId">The id.</param>
    public void Add(string requestId)
    {
        lock (oneAtATime)
        {
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                json.WriteString("request_id", requestId);
                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }
    }

    /// <summary>Lets readers see what was added.</summary>
    public void Flush() => file.Flush();

    /// <summary>Deletes the file.</summary>
    public void Dispose()
    {
        file.Dispose();
        File.Delete(file.Name);
    }
}
