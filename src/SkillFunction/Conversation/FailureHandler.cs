using AlexaSkill.Dispatch;
using AlexaSkill.Responses;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using SkillFunction.Phrases;

namespace SkillFunction.Conversation;

/// <summary>Apologises for whatever failed, where Alexa takes an apology; what was changed in the memory until then is stored.</summary>
internal sealed class FailureHandler(ILogger logger) : IErrorHandler
{
    /// <inheritdoc/>
    public bool CanHandle(HandlerInput input, Exception exception) => true;

    /// <inheritdoc/>
    public Task<ResponseEnvelope> HandleAsync(HandlerInput input, Exception exception, CancellationToken cancellationToken)
    {
        Log.Failed(logger, input.Features.Find<ILambdaContext>()?.AwsRequestId ?? "", exception);
        return Task.FromResult(
            input.Envelope.TakesSpeech ? Reply.Close(input.Reply().Voice.Say(Phrase.Apology)).Build() : ResponseEnvelope.Empty);
    }
}
