using AlexaSkill.Dispatch;

namespace SkillFunction.Conversation;

/// <summary>Closes the question that the last answer has left open: only this request finds it, and no answer takes it along.</summary>
internal sealed class QuestionInterceptor : IRequestInterceptor
{
    /// <inheritdoc/>
    public Task ProcessAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        if (input.Attributes.HasSession)
        {
            OpenQuestion.Close(input.Attributes.SessionAttributes);
        }

        return Task.CompletedTask;
    }
}
