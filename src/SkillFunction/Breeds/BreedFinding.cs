using Analytics;

namespace SkillFunction.Breeds;

/// <summary>What came of a look-up.</summary>
/// <param name="Outcome">Match, NoMatch or ApiError.</param>
/// <param name="Breed">The breed of a match.</param>
/// <param name="Milliseconds">How long the look-up took.</param>
internal sealed record BreedFinding(Outcome Outcome, string? Breed, long Milliseconds);
