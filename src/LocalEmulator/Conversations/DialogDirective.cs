using System.Text.Json;

namespace LocalEmulator.Conversations;

/// <summary>What a response tells Alexa about the dialog.</summary>
/// <param name="Type">Dialog.Delegate, Dialog.ElicitSlot, Dialog.ConfirmSlot or Dialog.ConfirmIntent.</param>
/// <param name="Slot">The slot that is asked for or to be confirmed.</param>
/// <param name="UpdatedIntent">What the intent shall be from now on; null where it stays as it is.</param>
internal sealed record DialogDirective(string Type, string? Slot, UpdatedIntent? UpdatedIntent)
{
    /// <summary>Alexa asks for what is missing.</summary>
    public const string Delegate = "Dialog.Delegate";

    /// <summary>Gives slot types further values; it asks nothing, and Alexa takes it beside a directive that does.</summary>
    public const string UpdateDynamicEntities = "Dialog.UpdateDynamicEntities";

    private const string ElicitSlot = "Dialog.ElicitSlot";
    private const string ConfirmSlot = "Dialog.ConfirmSlot";
    private const string ConfirmIntent = "Dialog.ConfirmIntent";

    /// <summary>What Alexa waits for after it.</summary>
    public QuestionKind Asks => Type switch
    {
        ElicitSlot => QuestionKind.ElicitSlot,
        ConfirmSlot => QuestionKind.ConfirmSlot,
        _ => QuestionKind.ConfirmIntent,
    };

    /// <summary>Reads a directive.</summary>
    /// <param name="directive">Any directive.</param>
    /// <returns>What it tells; null where it is not about the dialog.</returns>
    public static DialogDirective? Read(JsonElement directive) => directive.Text("type") switch
    {
        Delegate or ConfirmIntent => new DialogDirective(directive.Text("type")!, null, Updated(directive)),
        ElicitSlot => new DialogDirective(ElicitSlot, directive.Text("slotToElicit") ?? "", Updated(directive)),
        ConfirmSlot => new DialogDirective(ConfirmSlot, directive.Text("slotToConfirm") ?? "", Updated(directive)),
        _ => null,
    };

    private static UpdatedIntent? Updated(JsonElement directive) =>
        directive.Find("updatedIntent") is { ValueKind: JsonValueKind.Object } intent && intent.Text("name") is { } name
            ? new UpdatedIntent(name, intent.Text("confirmationStatus") ?? Confirmation.None, Slots(intent))
            : null;

    private static Dictionary<string, SlotState?> Slots(JsonElement intent) =>
        intent.Find("slots") is { ValueKind: JsonValueKind.Object } slots
            ? slots.EnumerateObject().ToDictionary(slot => slot.Name, slot => State(slot.Value), StringComparer.Ordinal)
            : [];

    private static SlotState? State(JsonElement slot) => (slot.Text("value") ?? slot.Find("slotValue").Text("value")) is { } value
        ? new SlotState(value, slot.Text("confirmationStatus") ?? Confirmation.None, IsHeard: false)
        : null;
}

/// <summary>What the skill makes of an intent.</summary>
/// <param name="Name">The intent's name.</param>
/// <param name="ConfirmationStatus">Whether it is confirmed.</param>
/// <param name="Slots">Its slots; null for one that has no value any more.</param>
internal sealed record UpdatedIntent(string Name, string ConfirmationStatus, IReadOnlyDictionary<string, SlotState?> Slots);
