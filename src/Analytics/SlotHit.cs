namespace Analytics;

/// <summary>What a hit tells about one slot that was said.</summary>
/// <param name="Resolved">The canonical value of the first successful match, or what was said where nothing matched.</param>
/// <param name="Synonym">What was said.</param>
/// <param name="IsValid">Whether entity resolution matched.</param>
public sealed record SlotHit(string? Resolved, string? Synonym, bool IsValid);
