using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlexaSkill.Requests;

/// <summary>The state of device and service as the request was made.</summary>
/// <param name="System">Who calls, from where.</param>
/// <param name="Viewport">The screen's shape and size, as Alexa tells it; null where the device has none.</param>
public sealed record RequestContext(
    [property: JsonPropertyName("System")] SystemState? System,
    [property: JsonPropertyName("Viewport")] JsonElement? Viewport = null);
