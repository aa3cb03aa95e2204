using System.Globalization;

namespace AlexaSkill.Responses;

/// <summary>A response exceeds what Alexa takes even without all that is optional; the message tells sizes and nothing of the content.</summary>
/// <param name="bytes">The size of the response without its optional parts, in bytes.</param>
/// <param name="sessionAttributesBytes">The session attributes' share of it, in bytes.</param>
public sealed class ResponseTooLargeException(int bytes, int sessionAttributesBytes) : AlexaSkillException(string.Create(
    CultureInfo.InvariantCulture,
    $"The response has {bytes} bytes, {sessionAttributesBytes} of them session attributes; Alexa takes {ResponseLimits.MaxBytes}. "
    + $"Keep less in the session, or send smaller directives."))
{
    /// <summary>The size of the response without its optional parts, in bytes.</summary>
    public int Bytes => bytes;

    /// <summary>The session attributes' share of it, in bytes.</summary>
    public int SessionAttributesBytes => sessionAttributesBytes;
}
