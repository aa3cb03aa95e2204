using AlexaSkill.Json;

namespace AlexaSkill.Requests;

/// <summary>What came is no Alexa request; the message names the place and carries nothing of the content.</summary>
/// <param name="message">What was found and where.</param>
public sealed class UnreadableRequestException(string message) : AlexaSkillException(message)
{
    internal static UnreadableRequestException NoObject() => new("The request is JSON, but no object; send the request as Alexa does.");

    internal static UnreadableRequestException At(ReadOnlySpan<byte> json) => JsonFault.Find(json) is { } fault
        ? new($"The request is no valid JSON: reading stopped at {fault}.")
        : NoObject();
}
