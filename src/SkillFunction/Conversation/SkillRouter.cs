using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Microsoft.Extensions.Logging;

namespace SkillFunction.Conversation;

/// <summary>Takes each request to its answer.</summary>
/// <param name="petMatch">Answers PetMatchIntent.</param>
/// <param name="logger">Where errors that Alexa reports are told.</param>
internal sealed class SkillRouter(PetMatchHandler petMatch, ILogger logger)
{
    /// <summary>Answers a request of any type.</summary>
    /// <param name="envelope">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public async Task<ResponseEnvelope> AnswerAsync(RequestEnvelope envelope, CancellationToken cancellationToken) =>
        (envelope.Request.Type, envelope.Request.Intent?.Name) switch
        {
            (RequestTypes.Launch, _) => Answers.Welcome(),
            (RequestTypes.Intent, PetMatchHandler.IntentName) => await petMatch.HandleAsync(envelope, cancellationToken),
            (RequestTypes.Intent, IntentNames.Help) => Answers.Help(),
            (RequestTypes.Intent, IntentNames.Stop or IntentNames.Cancel or IntentNames.NavigateHome) => Answers.Goodbye(),
            (RequestTypes.Intent, _) => Answers.Fallback(),
            (RequestTypes.SessionEnded or RequestTypes.ExceptionEncountered, _) => Note(envelope.Request.Error),
            (RequestTypes.CanFulfillIntent, _) => ResponseEnvelope.Empty,
            _ when envelope.Session is null => ResponseEnvelope.Empty,
            _ => Answers.Fallback(),
        };

    private ResponseEnvelope Note(RequestError? error)
    {
        if (error is not null)
        {
            Log.AlexaError(logger, error.Type ?? "of no type");
        }

        return ResponseEnvelope.Empty;
    }
}
