using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Json;

/// <summary>The generated JSON metadata of requests and responses.</summary>
[JsonSourceGenerationOptions(
    AllowOutOfOrderMetadataProperties = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(LenientTextConverter), typeof(LenientFlagConverter), typeof(LenientTimeConverter),
        typeof(LenientListConverter<AplError>), typeof(LenientListConverter<JsonElement>), typeof(LenientListConverter<PermissionScope>),
        typeof(LenientListConverter<Resolution>), typeof(LenientListConverter<ResolvedValueWrapper>), typeof(LenientListConverter<SlotValue>),
        typeof(LenientMapConverter<CanFulfillSlot>), typeof(LenientMapConverter<JsonElement>), typeof(LenientMapConverter<Slot>),
    ])]
[JsonSerializable(typeof(RequestEnvelope))]
[JsonSerializable(typeof(ResponseEnvelope))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(DelegateDirective))]
[JsonSerializable(typeof(ElicitSlotDirective))]
[JsonSerializable(typeof(ConfirmSlotDirective))]
[JsonSerializable(typeof(ConfirmIntentDirective))]
[JsonSerializable(typeof(DelegateRequestDirective))]
[JsonSerializable(typeof(UpdateDynamicEntitiesDirective))]
[JsonSerializable(typeof(RenderDocumentDirective))]
[JsonSerializable(typeof(ExecuteCommandsDirective))]
[JsonSerializable(typeof(SendRequestDirective))]
[JsonSerializable(typeof(StartConnectionDirective))]
[JsonSerializable(typeof(CompleteTaskDirective))]
[JsonSerializable(typeof(SimpleCard))]
[JsonSerializable(typeof(StandardCard))]
[JsonSerializable(typeof(LinkAccountCard))]
[JsonSerializable(typeof(PermissionsCard))]
internal sealed partial class SkillJson : JsonSerializerContext;
