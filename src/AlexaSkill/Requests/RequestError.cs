namespace AlexaSkill.Requests;

/// <summary>Why Alexa ended a session or could not use a response.</summary>
/// <param name="Type">Such as INVALID_RESPONSE or DEVICE_COMMUNICATION_ERROR.</param>
/// <param name="Message">Alexa's explanation; it may quote the response.</param>
public sealed record RequestError(string? Type, string? Message);
