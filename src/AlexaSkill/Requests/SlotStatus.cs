namespace AlexaSkill.Requests;

/// <summary>What entity resolution came to for a slot.</summary>
public enum SlotStatus
{
    /// <summary>No authority gave an answer: the slot's type has none, resolution failed or timed out, or the slot was not said.</summary>
    NotResolved,

    /// <summary>An authority answered, and none knows what was said.</summary>
    NotMatched,

    /// <summary>At least one value matches.</summary>
    Matched,
}
