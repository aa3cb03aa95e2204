namespace AlexaSkill.Requests;

/// <summary>The value of a slot that may hold several.</summary>
/// <param name="Type">Simple or List.</param>
/// <param name="Value">What was said, for Simple.</param>
/// <param name="Resolutions">What it may mean, for Simple.</param>
/// <param name="Values">The elements, for List.</param>
public sealed record SlotValue(
    string? Type,
    string? Value,
    Resolutions? Resolutions,
    IReadOnlyList<SlotValue>? Values)
{
    internal string? Spoken
    {
        get
        {
            var words = Leaves.Select(leaf => leaf.Value?.Trim()).Where(value => value is { Length: > 0 });
            return string.Join(", ", words) is { Length: > 0 } text ? text : null;
        }
    }

    internal IEnumerable<ResolvedValue> Matches => Leaves.SelectMany(leaf => leaf.Resolutions?.Matches ?? []);

    internal bool SaysNoMatch => Leaves.Any(leaf => leaf.Resolutions?.SaysNoMatch == true);

    /// <summary>The value itself and the elements of its list, in the order they were said.</summary>
    private IEnumerable<SlotValue> Leaves => [this, .. Values ?? []];
}
