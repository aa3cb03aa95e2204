using System.Text.Json;
using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>Reads files that hold one Alexa request each.</summary>
internal static class RequestFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The request.</returns>
    /// <exception cref="EmulatorException">The file is missing or holds no JSON object; the message says where.</exception>
    public static async Task<AlexaRequest> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new EmulatorException($"The request file {path} does not exist.");
        }

        ReadOnlyMemory<byte> bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        var json = bytes.Span.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;
        try
        {
            using var document = JsonDocument.Parse(json);
            return Describe(path, document.RootElement, json);
        }
        catch (JsonException broken)
        {
            // The reader counts from 0, editors from 1; it says where at the end of its message, in its own words.
            var reason = broken.Message.Split(" LineNumber:")[0];
            throw new EmulatorException($"{path}, line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}: {reason}", broken);
        }
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
