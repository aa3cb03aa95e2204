using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Requests;

/// <summary>What one authority made of a slot.</summary>
/// <param name="Authority">The authority's name.</param>
/// <param name="Status">Whether it found something.</param>
/// <param name="Values">What it found, the best first.</param>
public sealed record Resolution(
    string? Authority,
    [property: JsonConverter(typeof(LenientObjectConverter<ResolutionStatus>))] ResolutionStatus? Status,
    [property: JsonConverter(typeof(LenientListConverter<ResolvedValueWrapper>))] IReadOnlyList<ResolvedValueWrapper>? Values)
{
    private const string Match = "ER_SUCCESS_MATCH";
    private const string NoMatch = "ER_SUCCESS_NO_MATCH";

    internal bool SaysNoMatch => Status?.Code == NoMatch;

    internal IReadOnlyList<ResolvedValue> Matches => Status?.Code != Match
        ? []
        : [.. (Values ?? [])
            .Select(wrapper => wrapper.Value)
            .OfType<ResolvedValue>()
            .Where(value => !string.IsNullOrWhiteSpace(value.Name))];
}
