using AlexaSimulator.InteractionModels;
using AlexaSkill.Dispatch;
using AlexaSkill.Requests;

namespace AlexaSimulator.Sessions;

/// <summary>A user's conversation with a skill, wherever the skill runs.</summary>
/// <param name="model">The interaction model of the user's locale.</param>
/// <param name="invoke">
/// Sends a request's JSON to the skill and gives its response's JSON, both in UTF-8. Where the skill fails it throws
/// <see cref="SkillFailedException"/>, which is a part of the conversation; other exceptions reach the caller.
/// </param>
/// <param name="options">The user and the device; null = somebody without a screen.</param>
/// <param name="state">The session to go on with; null = none.</param>
public sealed class Conversation(
    VoiceModel model,
    Func<ReadOnlyMemory<byte>, CancellationToken, Task<ReadOnlyMemory<byte>>> invoke,
    AlexaOptions? options = null,
    SessionState? state = null)
{
    private readonly AlexaSession alexa = new(model, options, state);

    /// <summary>What Alexa keeps for the next turn; null while no session is open.</summary>
    public SessionState? State => alexa.State;

    /// <summary>Begins a conversation with a skill in this process, for tests of it.</summary>
    /// <param name="model">The interaction model of the user's locale.</param>
    /// <param name="skill">The skill; what it throws reaches the caller.</param>
    /// <param name="options">The user and the device; null = somebody without a screen.</param>
    /// <returns>The conversation.</returns>
    public static Conversation With(VoiceModel model, Skill skill, AlexaOptions? options = null) => new(
        model,
        async (request, cancellationToken) =>
        {
            var answer = await skill.AnswerAsync(RequestEnvelope.Read(request.Span), cancellationToken: cancellationToken);
            return answer.ToUtf8Json();
        },
        options);

    /// <summary>Says something: the skill answers, and Alexa sends what follows by itself.</summary>
    /// <param name="utterance">What is said, such as "ask tea time for a cup of Earl Grey".</param>
    /// <param name="cancellationToken">A token to cancel the turn.</param>
    /// <returns>What comes of it.</returns>
    /// <exception cref="SimulatorException">Another skill is opened by its name.</exception>
    public Task<Turn> SayAsync(string utterance, CancellationToken cancellationToken = default) => SendAsync(Hear(utterance), cancellationToken);

    /// <summary>Tells which request Alexa makes of an utterance, and sends nothing.</summary>
    /// <param name="utterance">What is said.</param>
    /// <returns>The request.</returns>
    /// <exception cref="SimulatorException">Another skill is opened by its name.</exception>
    public RequestEnvelope Hear(string utterance) => alexa.Hear(utterance);

    /// <summary>Ends the session without a word of the user.</summary>
    /// <param name="reason">USER_INITIATED, EXCEEDED_MAX_REPROMPTS or ERROR.</param>
    /// <param name="cancellationToken">A token to cancel the turn.</param>
    /// <returns>What comes of it.</returns>
    /// <exception cref="InvalidOperationException">No session is open.</exception>
    public Task<Turn> EndAsync(string reason = "USER_INITIATED", CancellationToken cancellationToken = default) =>
        SendAsync(alexa.End(reason), cancellationToken);

    /// <summary>Sends a request that <see cref="Hear"/> has made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">A token to cancel the turn.</param>
    /// <returns>What comes of it.</returns>
    public Task<Turn> SendAsync(RequestEnvelope request, CancellationToken cancellationToken = default) =>
        SendAsync(request.ToUtf8Json(), cancellationToken);

    /// <summary>Sends a request that was written or changed by hand; the conversation goes on in the session that it names.</summary>
    /// <param name="request">The request in UTF-8.</param>
    /// <param name="cancellationToken">A token to cancel the turn.</param>
    /// <returns>What comes of it.</returns>
    /// <exception cref="UnreadableRequestException">It is no JSON object.</exception>
    public async Task<Turn> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken = default)
    {
        var exchanges = new List<Exchange>();
        var json = request;
        do
        {
            exchanges.Add(await ExchangeAsync(json, cancellationToken));
            json = exchanges[^1].Answer.Next?.ToUtf8Json();
        }
        while (!json.IsEmpty);

        return new Turn(exchanges);
    }

    private async Task<Exchange> ExchangeAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var request = RequestEnvelope.Read(json.Span);
        try
        {
            var response = await invoke(json, cancellationToken);
            return new Exchange(request, json, response, alexa.Take(request, response));
        }
        catch (SkillFailedException failure)
        {
            alexa.Drop();
            return new Exchange(request, json, default, new AlexaAnswer(), failure.Message);
        }
    }
}
