using AlexaSkill.Dispatch;

namespace SkillFunction.Conversation;

/// <summary>Gives each request what makes its answer. What the last answer has asked is open for this request alone.</summary>
/// <param name="random">Chooses among the variants of what is said.</param>
internal sealed class ReplyInterceptor(Random random) : IRequestInterceptor
{
    private readonly DelegatedTopics delegated = new();

    /// <inheritdoc/>
    public Task ProcessAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var session = input.Attributes.HasSession ? input.Attributes.SessionAttributes : [];
        var sessionId = input.Envelope.Session?.SessionId;
        var told = session.ToJsonString();
        var open = Topic.Take(session);
        var topic = delegated.Take(sessionId, told) ?? open;
        input.SetReply(new Reply(input.Envelope, session, topic, next => delegated.Keep(sessionId, told, next), random));
        return Task.CompletedTask;
    }
}
