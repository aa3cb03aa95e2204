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
        var directive = Find(response, "directives") is { ValueKind: JsonValueKind.Array } directives
            ? directives.EnumerateArray().FirstOrDefault(item => Text(item, "type")?.StartsWith("Dialog.", StringComparison.Ordinal) == true)
            : default;
        return new SkillReply(
            Find(response, "shouldEndSession").ValueKind == JsonValueKind.True,
            Text(directive, "type"),
            Text(directive, "slotToElicit"),
            Cleared(directive),
            Find(root, "sessionAttributes") is { ValueKind: JsonValueKind.Object } attributes ? attributes.Clone() : default);
    }

    private static string[] Cleared(JsonElement directive) => Find(Find(directive, "updatedIntent"), "slots") is { ValueKind: JsonValueKind.Object } slots
        ? [.. slots.EnumerateObject().Where(slot => Text(slot.Value, "value") is null).Select(slot => slot.Name)]
        : [];

    private static JsonElement Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
