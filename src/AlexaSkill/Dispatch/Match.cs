using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Dispatch;

/// <summary>Tells which requests a function answers: <c>Match.Intent("HelloIntent").To(SayHello)</c> is one line of a skill's routing.</summary>
public sealed class Match
{
    private readonly Func<HandlerInput, bool> takes;

    private Match(Func<HandlerInput, bool> takes) => this.takes = takes;

    /// <summary>Whatever Alexa sends.</summary>
    public static Match Any { get; } = new(_ => true);

    /// <summary>The user opened the skill without saying what for.</summary>
    public static Match Launch { get; } = Request(RequestTypes.Launch);

    /// <summary>The user wants something, whatever it is.</summary>
    public static Match AnyIntent { get; } = Request(RequestTypes.Intent);

    /// <summary>The user or Alexa did something to the skill, such as to disable it.</summary>
    public static Match AnySkillEvent { get; } =
        new(input => input.Request.Type?.StartsWith(RequestTypes.SkillEventPrefix, StringComparison.Ordinal) == true);

    /// <summary>The user wants one of some things.</summary>
    /// <param name="names">The intents' names in the interaction model.</param>
    /// <returns>The match.</returns>
    public static Match Intent(params IReadOnlyList<string> names) =>
        new(input => input.IntentName is { } name && names.Contains(name, StringComparer.Ordinal));

    /// <summary>A request of one of some types.</summary>
    /// <param name="types">The types, such as those in <see cref="RequestTypes"/>.</param>
    /// <returns>The match.</returns>
    public static Match Request(params IReadOnlyList<string> types) =>
        new(input => input.Request.Type is { } type && types.Contains(type, StringComparer.Ordinal));

    /// <summary>Only those of the requests that meet a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The match.</returns>
    public Match When(Func<HandlerInput, bool> condition) => new(input => takes(input) && condition(input));

    /// <summary>Lets a function answer.</summary>
    /// <param name="handle">Answers the request.</param>
    /// <returns>The handler.</returns>
    public IRequestHandler To(Func<HandlerInput, CancellationToken, Task<ResponseEnvelope>> handle) => new Route(takes, handle);

    /// <summary>Lets a function answer that has nothing to wait for.</summary>
    /// <param name="handle">Answers the request.</param>
    /// <returns>The handler.</returns>
    public IRequestHandler To(Func<HandlerInput, ResponseEnvelope> handle) => To((input, _) => Task.FromResult(handle(input)));

    private sealed class Route(
        Func<HandlerInput, bool> takes, Func<HandlerInput, CancellationToken, Task<ResponseEnvelope>> handle) : IRequestHandler
    {
        public bool CanHandle(HandlerInput input) => takes(input);

        public Task<ResponseEnvelope> HandleAsync(HandlerInput input, CancellationToken cancellationToken) => handle(input, cancellationToken);
    }
}
