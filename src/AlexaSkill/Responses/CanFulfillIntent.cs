namespace AlexaSkill.Responses;

/// <summary>Whether the skill could serve what somebody said who did not name it.</summary>
/// <param name="CanFulfill"><see cref="Fulfillment.Yes"/>, <see cref="Fulfillment.No"/> or <see cref="Fulfillment.Maybe"/>.</param>
/// <param name="Slots">The same of each slot by its name; null where the intent has none.</param>
public sealed record CanFulfillIntent(
    string CanFulfill,
    IReadOnlyDictionary<string, CanFulfillSlot>? Slots = null);

/// <summary>Whether the skill could serve one slot's value.</summary>
/// <param name="CanUnderstand">Whether the skill knows the value: yes, no or maybe.</param>
/// <param name="CanFulfill">Whether it can do with it what is wanted: yes or no.</param>
public sealed record CanFulfillSlot(string CanUnderstand, string CanFulfill);

/// <summary>The answers to whether a skill could serve something.</summary>
public static class Fulfillment
{
    /// <summary>It can.</summary>
    public const string Yes = "YES";

    /// <summary>It cannot.</summary>
    public const string No = "NO";

    /// <summary>It depends on what is not said yet.</summary>
    public const string Maybe = "MAYBE";
}
