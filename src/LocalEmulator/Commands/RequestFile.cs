using System.Text.Json;
using AlexaSkill.Requests;

namespace LocalEmulator.Commands;

/// <summary>A file with an Alexa request.</summary>
internal sealed record RequestFile(string Name, RequestEnvelope Request, ReadOnlyMemory<byte> Json)
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a file, or what <see cref="StandardInput"/> stands for.</summary>
    public static async Task<RequestFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path != StandardInput && !File.Exists(path))
        {
            throw new EmulatorException($"The request file {path} does not exist.");
        }

        await using var file = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var json = GivenJson.WithoutByteOrderMark(bytes.ToArray());
        var name = path == StandardInput ? "standard input" : path;
        return GivenJson.Parse(name, json).ValueKind is var kind and not JsonValueKind.Object
            ? throw new EmulatorException($"{name}, line 1, column 1: an Alexa request is a JSON object, not {kind}.")
            : new RequestFile(path, RequestEnvelope.Read(json.Span), json);
    }
}
