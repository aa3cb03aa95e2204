using System.Text.Json;

namespace LocalEmulator.Conversations;

/// <summary>What a response of the skill asks of Alexa and the user.</summary>
/// <param name="SessionEnds">Whether the conversation is over.</param>
/// <param name="Directive">The dialog directive: Dialog.ElicitSlot, Dialog.Delegate or another; null where there is none.</param>
/// <param name="SlotToElicit">The slot that Dialog.ElicitSlot asks for.</param>
/// <param name="ClearedSlots">The slots that the directive's updated intent leaves without a value.</param>
/// <param name="Attributes">The session attributes; undefined where there are none.</param>
internal sealed record SkillReply(
    bool SessionEnds,
    string? Directive,
    string? SlotToElicit,
    IReadOnlyList<string> ClearedSlots,
    JsonElement Attributes)
{
    /// <summary>Reads a response.</summary>
    /// <param name="json">The response in UTF-8.</param>
    /// <returns>What it asks; null where it is no response that Alexa would take.</returns>
    public static SkillReply? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("response", out var response) ? Read(document.RootElement, response) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static SkillReply Read(JsonElement root, JsonElement response)
    {
        var directive = response.Find("directives") is { ValueKind: JsonValueKind.Array } directives
            ? directives.EnumerateArray().FirstOrDefault(IsDialog)
            : default;
        return new SkillReply(
            response.Find("shouldEndSession").ValueKind == JsonValueKind.True,
            directive.Text("type"),
            directive.Text("slotToElicit"),
            Cleared(directive),
            root.Find("sessionAttributes") is { ValueKind: JsonValueKind.Object } attributes ? attributes.Clone() : default);
    }

    private static bool IsDialog(JsonElement directive) => directive.Text("type")?.StartsWith("Dialog.", StringComparison.Ordinal) == true;

    private static string[] Cleared(JsonElement directive) =>
        directive.Find("updatedIntent").Find("slots") is { ValueKind: JsonValueKind.Object } slots
            ? [.. slots.EnumerateObject().Where(slot => slot.Value.Text("value") is null).Select(slot => slot.Name)]
            : [];
}
