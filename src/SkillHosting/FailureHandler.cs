using AlexaSkill.Dispatch;
using AlexaSkill.Responses;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;

namespace SkillHosting;

/// <summary>Apologises for whatever failed, where Alexa takes an apology; what was changed in the memory until then is stored.</summary>
/// <param name="apologize">Makes the apology.</param>
/// <param name="logger">Is told of the failure.</param>
public sealed class FailureHandler(Func<HandlerInput, ResponseEnvelope> apologize, ILogger logger) : IErrorHandler
{
    /// <inheritdoc/>
    public bool CanHandle(HandlerInput input, Exception exception) => true;

    /// <inheritdoc/>
    public Task<ResponseEnvelope> HandleAsync(HandlerInput input, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(exception);
        Log.Failed(logger, input.Features.Find<ILambdaContext>()?.AwsRequestId ?? "", exception);
        return Task.FromResult(input.Envelope.TakesSpeech ? apologize(input) : ResponseEnvelope.Empty);
    }
}
