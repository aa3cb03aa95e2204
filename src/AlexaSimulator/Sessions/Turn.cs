using AlexaSkill.Requests;

namespace AlexaSimulator.Sessions;

/// <summary>What comes of one utterance.</summary>
/// <param name="Exchanges">The requests and their answers; more than one where Alexa goes on by herself.</param>
public sealed record Turn(IReadOnlyList<Exchange> Exchanges)
{
    /// <summary>What Alexa says, as plain text; null where she says nothing.</summary>
    public string? Speech => Exchanges.Select(exchange => exchange.Answer.Speech).OfType<string>().ToList() is { Count: > 0 } said
        ? string.Join(' ', said)
        : null;

    /// <summary>The card in the app, in one line; null = none.</summary>
    public string? Card => Exchanges.Select(exchange => exchange.Answer.Card).LastOrDefault(card => card is not null);

    /// <summary>What the screen shows, in one line; null = nothing new.</summary>
    public string? Screen => Exchanges.Select(exchange => exchange.Answer.Screen).LastOrDefault(screen => screen is not null);

    /// <summary>Whether the skill answered each request, and Alexa took each answer.</summary>
    public bool Succeeded => Exchanges.All(exchange => exchange.Failure is null && exchange.Answer.Problem is null);
}

/// <summary>A request and what came of it.</summary>
/// <param name="Request">The request.</param>
/// <param name="RequestJson">The request as it was sent, in UTF-8.</param>
/// <param name="ResponseJson">The response as it came, in UTF-8; empty where the skill failed.</param>
/// <param name="Answer">What Alexa makes of the response.</param>
/// <param name="Failure">Why the skill did not answer; null where it did.</param>
public sealed record Exchange(
    RequestEnvelope Request,
    ReadOnlyMemory<byte> RequestJson,
    ReadOnlyMemory<byte> ResponseJson,
    AlexaAnswer Answer,
    string? Failure = null);
