namespace AlexaSkill.Requests;

/// <summary>What the authorities made of a slot; their order means nothing.</summary>
/// <param name="ResolutionsPerAuthority">One entry an authority, the interaction model's own and those of dynamic entities.</param>
public sealed record Resolutions(
    IReadOnlyList<Resolution>? ResolutionsPerAuthority)
{
    internal IReadOnlyList<ResolvedValue> Matches =>
        ResolutionsPerAuthority?.Select(resolution => resolution.Matches).FirstOrDefault(matches => matches.Count > 0) ?? [];

    internal bool SaysNoMatch => ResolutionsPerAuthority?.Any(resolution => resolution.SaysNoMatch) == true;
}

/// <summary>What one authority made of a slot.</summary>
/// <param name="Authority">The authority's name.</param>
/// <param name="Status">Whether it found something.</param>
/// <param name="Values">What it found, the best first.</param>
public sealed record Resolution(
    string? Authority,
    ResolutionStatus? Status,
    IReadOnlyList<ResolvedValueWrapper>? Values)
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

/// <summary>Whether an authority found something.</summary>
/// <param name="Code">ER_SUCCESS_MATCH, ER_SUCCESS_NO_MATCH, ER_ERROR_TIMEOUT, ER_ERROR_EXCEPTION, or any other.</param>
public sealed record ResolutionStatus(string? Code);

/// <summary>The wire's wrapping of a value that an authority found.</summary>
/// <param name="Value">The value.</param>
public sealed record ResolvedValueWrapper(ResolvedValue? Value);

/// <summary>A value of a slot's type.</summary>
/// <param name="Name">Its canonical name.</param>
/// <param name="Id">Its id; a hash where the interaction model gives none.</param>
public sealed record ResolvedValue(string? Name, string? Id);
