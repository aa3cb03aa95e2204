namespace AlexaSkill.Responses;

/// <summary>What a skill answered is no response that Alexa takes; the message names the place and carries nothing of the content.</summary>
/// <param name="message">What was found and where.</param>
/// <param name="innerException">What the JSON reader says; null = nothing.</param>
public sealed class UnreadableResponseException(string message, Exception? innerException = null) : AlexaSkillException(message, innerException);
