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
        var told = session.ToJsonString();
        var topic = Topic.Take(session);
        topic = delegated.Take(input.Envelope.Session?.SessionId, told) ?? topic;
        input.SetReply(new Reply(input.Envelope, session, told, topic, delegated, random));
        return Task.CompletedTask;
    }
}
