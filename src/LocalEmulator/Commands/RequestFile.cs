using System.Text.Json;
using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>Reads files that hold one Alexa request each.</summary>
internal static class RequestFile
{
    /// <summary>Reads a file.</summary>
    public static async Task<AlexaRequest> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new EmulatorException($"The request file {path} does not exist.");
        }

        var json = GivenJson.WithoutByteOrderMark(await File.ReadAllBytesAsync(path, cancellationToken));
        return Describe(path, GivenJson.Parse(path, json), json);
    }

    private static AlexaRequest Describe(string path, JsonElement root, ReadOnlyMemory<byte> json)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new EmulatorException($"{path}, line 1, column 1: an Alexa request is a JSON object, not {root.ValueKind}.");
        }

        var request = root.Find("request");
        var isHit = request.Text("type") == "IntentRequest" && request.Find("intent").Text("name") == PetMatchTalk.Intent;
        return new AlexaRequest(request.Text("requestId") ?? "", root.Find("session").Text("sessionId"), isHit, json);
    }
}
