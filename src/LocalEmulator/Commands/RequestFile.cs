using System.Text.Json;
using AlexaSkill.Requests;
using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>Reads files that hold one Alexa request each.</summary>
internal static class RequestFile
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a file, or what <see cref="StandardInput"/> stands for.</summary>
    public static async Task<AlexaRequest> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path != StandardInput && !File.Exists(path))
        {
            throw new EmulatorException($"The request file {path} does not exist.");
        }

        await using var file = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var json = GivenJson.WithoutByteOrderMark(bytes.ToArray());
        return Describe(path, GivenJson.Parse(path, json), json);
    }

    private static AlexaRequest Describe(string path, JsonElement root, ReadOnlyMemory<byte> json)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new EmulatorException($"{path}, line 1, column 1: an Alexa request is a JSON object, not {root.ValueKind}.");
        }

        var request = root.Find("request");
        var type = request.Text("type") ?? "";
        var isHit = type == RequestTypes.Intent && request.Find("intent").Text("name") == PetMatchTalk.Intent;
        return new AlexaRequest(request.Text("requestId") ?? "", type, isHit, json);
    }
}
