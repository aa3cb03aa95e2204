namespace AlexaSimulator.Sessions;

/// <summary>The skill did not answer a request.</summary>
/// <param name="message">Why, such as the error's type and message.</param>
/// <param name="innerException">The error behind it; null = none.</param>
public sealed class SkillFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
