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
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public async Task<ResponseEnvelope> AnswerAsync(HandlerInput input, CancellationToken cancellationToken) =>
        (input.Envelope.Request.Type, input.Envelope.Request.Intent?.Name) switch
        {
            (RequestTypes.Launch, _) => await MemoryHandler.GreetAsync(input, cancellationToken),
            (RequestTypes.Intent, PetMatchHandler.IntentName) => await petMatch.HandleAsync(input, cancellationToken),
            (RequestTypes.Intent, MemoryHandler.MyNameIntent) => await MemoryHandler.TakeNameAsync(input, cancellationToken),
            (RequestTypes.Intent, MemoryHandler.LastMatchIntent) => await MemoryHandler.TellLastMatchAsync(input, cancellationToken),
            (RequestTypes.Intent, MemoryHandler.ForgetMeIntent) => MemoryHandler.AskWhetherToForget(input),
            (RequestTypes.Intent, IntentNames.Yes) when OpenQuestion.IsForgetMe(input.Envelope) =>
                await MemoryHandler.ForgetAsync(input, cancellationToken),
            (RequestTypes.Intent, IntentNames.No) when OpenQuestion.IsForgetMe(input.Envelope) => Answers.GoOn(Speech.Kept),
            (RequestTypes.Intent, IntentNames.Help) => Answers.Help(),
            (RequestTypes.Intent, IntentNames.Stop or IntentNames.Cancel or IntentNames.NavigateHome) => Answers.Goodbye(),
            (RequestTypes.Intent, _) => Answers.Fallback(),
            (RequestTypes.SessionEnded or RequestTypes.ExceptionEncountered, _) => Note(input.Envelope.Request.Error),
            (RequestTypes.SkillDisabled, _) => await MemoryHandler.DisableAsync(input, cancellationToken),
            (RequestTypes.CanFulfillIntent, _) => ResponseEnvelope.Empty,
            _ when input.Envelope.Session is null => ResponseEnvelope.Empty,
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
