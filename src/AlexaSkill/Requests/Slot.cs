using System.Globalization;
using System.Text.Json.Serialization;

namespace AlexaSkill.Requests;

/// <summary>A part of what the user said that the interaction model gives a name.</summary>
/// <param name="Name">The slot's name.</param>
/// <param name="Value">What was said; null where the slot was not said, or holds several values.</param>
/// <param name="ConfirmationStatus">NONE, CONFIRMED or DENIED.</param>
/// <param name="Source">USER where the user said it.</param>
/// <param name="Resolutions">What it may mean; only for slots of custom and extended types.</param>
/// <param name="SlotValue">The same in the form that can hold several values.</param>
public sealed record Slot(
    string? Name,
    string? Value,
    string? ConfirmationStatus,
    string? Source,
    Resolutions? Resolutions,
    SlotValue? SlotValue)
{
    /// <summary>What was said, several values joined by <c>, </c>; null where the slot was not said.</summary>
    [JsonIgnore]
    public string? Spoken => string.IsNullOrWhiteSpace(Value) ? SlotValue?.Spoken : Value.Trim();

    /// <summary>What it means: all values of the first matching authority, for a list those of all its elements, each name once.</summary>
    [JsonIgnore]
    public IReadOnlyList<ResolvedValue> Matches =>
        [.. (Resolutions?.Matches is { Count: > 0 } matches ? matches : SlotValue?.Matches ?? []).DistinctBy(match => match.Name)];

    /// <summary>The best of the values that it may mean; null where no authority knows it.</summary>
    [JsonIgnore]
    public ResolvedValue? Match => Matches is [var best, ..] ? best : null;

    /// <summary>The whole number that was said, as in a slot of type AMAZON.NUMBER; null where none was.</summary>
    [JsonIgnore]
    public int? Number => int.TryParse(Spoken, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What entity resolution came to.</summary>
    [JsonIgnore]
    public SlotStatus Status => Matches.Count > 0
        ? SlotStatus.Matched
        : Resolutions?.SaysNoMatch == true || SlotValue?.SaysNoMatch == true ? SlotStatus.NotMatched : SlotStatus.NotResolved;
}
