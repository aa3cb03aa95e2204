namespace LocalEmulator.Conversations;

/// <summary>A request to the skill.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="SessionId">The session's id; null outside of one.</param>
/// <param name="IsHit">Whether the skill has to write a hit for it: whether its intent is PetMatchIntent.</param>
/// <param name="Json">The request as Alexa sends it, in UTF-8.</param>
internal sealed record AlexaRequest(string RequestId, string? SessionId, bool IsHit, ReadOnlyMemory<byte> Json);
