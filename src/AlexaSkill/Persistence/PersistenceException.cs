namespace AlexaSkill.Persistence;

/// <summary>A store could not do what it was asked; the message says why and what to do, and names no user.</summary>
/// <param name="reason">Why.</param>
/// <param name="message">What was found and what to do.</param>
/// <param name="innerException">What the store said.</param>
public sealed class PersistenceException(PersistenceFailure reason, string message, Exception? innerException = null)
    : AlexaSkillException(message, innerException)
{
    /// <summary>Why, for callers that tell failures apart.</summary>
    public PersistenceFailure Reason { get; } = reason;

    /// <summary>The store's option to change, such as <c>AttributesName</c>; null where none is known to be wrong.</summary>
    public string? Option { get; init; }
}
