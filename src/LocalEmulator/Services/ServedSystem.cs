using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalEmulator.Services;

/// <summary>Where a running <c>serve</c> is found: it leaves this in its data folder, and takes it away when it ends in order.</summary>
internal sealed record ServedSystem(int Port, string Instance)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "serve.json";

    /// <summary>Leaves word of a running <c>serve</c>.</summary>
    public async Task<string> WriteAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var path = Path.Combine(dataDirectory, FileName);
        await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(this, ServedSystemJson.Default.ServedSystem), cancellationToken);
        return path;
    }
}

/// <summary>Reads and writes the file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServedSystem))]
internal sealed partial class ServedSystemJson : JsonSerializerContext;
