namespace LocalEmulator.Conversations;

/// <summary>A request to the skill.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Type">The request's type, such as IntentRequest.</param>
/// <param name="IsHit">Whether the skill has to write a hit for it: whether its intent is PetMatchIntent.</param>
/// <param name="Json">The request as Alexa sends it, in UTF-8.</param>
internal sealed record AlexaRequest(string RequestId, string Type, bool IsHit, ReadOnlyMemory<byte> Json);
