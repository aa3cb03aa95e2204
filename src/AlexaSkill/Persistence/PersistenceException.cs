namespace AlexaSkill.Persistence;

/// <summary>A store could not do what it was asked; the message says why and what to do, and names no user.</summary>
/// <param name="failure">The kind of failure.</param>
/// <param name="message">What was found and what to do.</param>
/// <param name="innerException">What the store said.</param>
public sealed class PersistenceException(PersistenceFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The kind of failure.</summary>
    public PersistenceFailure Failure { get; } = failure;

    /// <summary>The store's option to change, such as <c>AttributesName</c>; null where none is known to be wrong.</summary>
    public string? Option { get; init; }
}
