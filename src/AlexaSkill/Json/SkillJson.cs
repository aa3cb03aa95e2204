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
[JsonSerializable(typeof(List<JsonElement>))]
[JsonSerializable(typeof(Directive))]
internal sealed partial class SkillJson : JsonSerializerContext;
