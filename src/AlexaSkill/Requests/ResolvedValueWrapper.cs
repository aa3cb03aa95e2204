using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Requests;

/// <summary>The wire's wrapping of a value that an authority found.</summary>
/// <param name="Value">The value.</param>
public sealed record ResolvedValueWrapper([property: JsonConverter(typeof(LenientObjectConverter<ResolvedValue>))] ResolvedValue? Value);
