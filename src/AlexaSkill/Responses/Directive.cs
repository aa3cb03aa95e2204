using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Responses;

/// <summary>Something that Alexa shall do.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(DelegateDirective), "Dialog.Delegate")]
[JsonDerivedType(typeof(ElicitSlotDirective), "Dialog.ElicitSlot")]
[JsonDerivedType(typeof(ConfirmSlotDirective), "Dialog.ConfirmSlot")]
[JsonDerivedType(typeof(ConfirmIntentDirective), "Dialog.ConfirmIntent")]
[JsonDerivedType(typeof(DelegateRequestDirective), "Dialog.DelegateRequest")]
[JsonDerivedType(typeof(UpdateDynamicEntitiesDirective), "Dialog.UpdateDynamicEntities")]
[JsonDerivedType(typeof(RenderDocumentDirective), "Alexa.Presentation.APL.RenderDocument")]
[JsonDerivedType(typeof(ExecuteCommandsDirective), "Alexa.Presentation.APL.ExecuteCommands")]
[JsonDerivedType(typeof(SendRequestDirective), "Connections.SendRequest")]
[JsonDerivedType(typeof(StartConnectionDirective), "Connections.StartConnection")]
[JsonDerivedType(typeof(CompleteTaskDirective), "Tasks.CompleteTask")]
public abstract record Directive
{
    private static readonly Dictionary<Type, string> Types = SkillJson.Default.Directive.PolymorphismOptions!.DerivedTypes
        .ToDictionary(known => known.DerivedType, known => (string)known.TypeDiscriminator!);

    /// <summary>What Alexa calls it, such as Dialog.ElicitSlot; empty where a custom directive has no type.</summary>
    [JsonIgnore]
    public string Type => this switch
    {
        CustomDirective { Json: { ValueKind: JsonValueKind.Object } json } =>
            json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "",
        CustomDirective => "",
        _ => Types[GetType()],
    };
}

/// <summary>A directive that this library has no type for, such as AudioPlayer.Play.</summary>
/// <param name="Json">The whole directive, an object with its <c>type</c>.</param>
public sealed record CustomDirective(JsonElement Json) : Directive;
