namespace LocalEmulator.Conversations;

/// <summary>What becomes of a response.</summary>
/// <param name="Speech">What Alexa says, as plain text; null where she says nothing.</param>
/// <param name="Card">The card in the app, in one line.</param>
/// <param name="Screen">What the screen shows, in one line.</param>
/// <param name="Next">The request that Alexa sends without being spoken to.</param>
/// <param name="Problem">Why Alexa refuses the response; null where she takes it.</param>
internal sealed record AlexaAnswer(
    string? Speech = null,
    string? Card = null,
    string? Screen = null,
    AlexaRequest? Next = null,
    string? Problem = null);
