using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Requests;

/// <summary>The state of device and service as the request was made.</summary>
/// <param name="System">Who calls, from where.</param>
public sealed record RequestContext(
    [property: JsonPropertyName("System"), JsonConverter(typeof(LenientObjectConverter<SystemState>))] SystemState? System);
