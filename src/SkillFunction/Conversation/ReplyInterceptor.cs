using AlexaSkill.Dispatch;

namespace SkillFunction.Conversation;

/// <summary>Gives each request what makes its answer. What the last answer has asked is open for the next request that can be answered.</summary>
internal sealed class ReplyInterceptor(Random random) : IRequestInterceptor
{
    /// <inheritdoc/>
    public Task ProcessAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var session = input.Attributes.HasSession ? input.Attributes.SessionAttributes : [];
        input.Features.Set(new Reply(input.Envelope, session, Topic.Read(session), random));
        if (input.Envelope.TakesSpeech)
        {
            Topic.RemoveFrom(session);
        }

        return Task.CompletedTask;
    }
}
