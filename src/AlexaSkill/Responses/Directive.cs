using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Responses;

/// <summary>Something that Alexa shall do.</summary>
[JsonConverter(typeof(DirectiveConverter))]
public abstract record Directive
{
    internal static readonly Dictionary<Type, string> Kinds = new()
    {
        [typeof(DelegateDirective)] = "Dialog.Delegate",
        [typeof(ElicitSlotDirective)] = "Dialog.ElicitSlot",
        [typeof(ConfirmSlotDirective)] = "Dialog.ConfirmSlot",
        [typeof(ConfirmIntentDirective)] = "Dialog.ConfirmIntent",
        [typeof(DelegateRequestDirective)] = "Dialog.DelegateRequest",
        [typeof(UpdateDynamicEntitiesDirective)] = "Dialog.UpdateDynamicEntities",
        [typeof(RenderDocumentDirective)] = "Alexa.Presentation.APL.RenderDocument",
        [typeof(ExecuteCommandsDirective)] = "Alexa.Presentation.APL.ExecuteCommands",
        [typeof(SendRequestDirective)] = "Connections.SendRequest",
        [typeof(StartConnectionDirective)] = "Connections.StartConnection",
        [typeof(CompleteTaskDirective)] = "Tasks.CompleteTask",
    };

    /// <summary>What Alexa calls it, such as Dialog.ElicitSlot; empty where a custom directive has no type.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => this switch
    {
        CustomDirective { Json: { ValueKind: JsonValueKind.Object } json } =>
            json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "",
        CustomDirective => "",
        _ => Kinds[GetType()],
    };
}

/// <summary>A directive that this library has no type for, such as AudioPlayer.Play.</summary>
/// <param name="Json">The whole directive, an object with its <c>type</c>.</param>
public sealed record CustomDirective(JsonElement Json) : Directive;
