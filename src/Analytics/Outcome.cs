namespace Analytics;

/// <summary>What became of a Pet Match request.</summary>
public enum Outcome
{
    /// <summary>A breed was recommended.</summary>
    Match,

    /// <summary>No breed is known for the combination.</summary>
    NoMatch,

    /// <summary>The pet asked for is a mythical creature.</summary>
    Refused,

    /// <summary>The breed look-up failed.</summary>
    ApiError,

    /// <summary>The dialog goes on: the skill asks for a slot.</summary>
    Elicit,
}
