using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Requests;

/// <summary>What the authorities made of a slot; their order means nothing.</summary>
/// <param name="ResolutionsPerAuthority">One entry an authority, the interaction model's own and those of dynamic entities.</param>
public sealed record Resolutions(
    [property: JsonConverter(typeof(LenientListConverter<Resolution>))] IReadOnlyList<Resolution>? ResolutionsPerAuthority)
{
    internal IReadOnlyList<ResolvedValue> Matches =>
        ResolutionsPerAuthority?.Select(resolution => resolution.Matches).FirstOrDefault(matches => matches.Count > 0) ?? [];

    internal bool SaysNoMatch => ResolutionsPerAuthority?.Any(resolution => resolution.SaysNoMatch) == true;
}
