using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Requests;

/// <summary>What came of a connection or task.</summary>
/// <param name="Code">An HTTP status such as 200, as text.</param>
/// <param name="Message">Its explanation.</param>
public sealed record ConnectionStatus([property: JsonConverter(typeof(LenientCodeConverter))] string? Code, string? Message);
