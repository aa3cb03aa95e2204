namespace AlexaSkill;

/// <summary>
/// A request that could not be answered, for a reason that this library tells; the message carries nothing of what a user said, and no id.
/// </summary>
/// <param name="message">What was found and what to do.</param>
/// <param name="innerException">What led to it; null = nothing.</param>
public abstract class AlexaSkillException(string message, Exception? innerException = null) : Exception(message, innerException);
