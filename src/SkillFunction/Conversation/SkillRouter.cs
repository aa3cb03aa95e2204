using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Microsoft.Extensions.Logging;

namespace SkillFunction.Conversation;

/// <summary>Takes each request to its answer.</summary>
/// <param name="petMatch">Answers PetMatchIntent.</param>
/// <param name="random">Chooses among the variants of what is said.</param>
/// <param name="logger">Where errors that Alexa reports are told.</param>
internal sealed class SkillRouter(PetMatchHandler petMatch, Random random, ILogger logger)
{
    private readonly MemoryHandler memory = new(random);
    private readonly GuideHandler guide = new(random);

    /// <summary>Answers a request of any type.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public async Task<ResponseEnvelope> AnswerAsync(HandlerInput input, CancellationToken cancellationToken) =>
        (input.Envelope.Request.Type, input.Envelope.Request.Intent?.Name) switch
        {
            (RequestTypes.Launch, _) => await memory.GreetAsync(input, cancellationToken),
            (RequestTypes.Intent, PetMatchHandler.IntentName) => await petMatch.HandleAsync(input, cancellationToken),
            (RequestTypes.Intent, MemoryHandler.MyNameIntent) => await memory.TakeNameAsync(input, cancellationToken),
            (RequestTypes.Intent, MemoryHandler.LastMatchIntent) => await memory.TellLastMatchAsync(input, cancellationToken),
            (RequestTypes.Intent, MemoryHandler.ForgetMeIntent) => memory.AskWhetherToForget(input),
            (RequestTypes.Intent, IntentNames.Yes) when IsOpen(input, Questions.ForgetMe) =>
                await memory.ForgetAsync(input, cancellationToken),
            (RequestTypes.Intent, IntentNames.No) when IsOpen(input, Questions.ForgetMe) => guide.Keep(input),
            (RequestTypes.Intent, IntentNames.Yes) when IsOpen(input, Questions.Another) => guide.StartAgain(input),
            (RequestTypes.Intent, IntentNames.No) when IsOpen(input, Questions.Another) => guide.Goodbye(input),
            (RequestTypes.Intent, IntentNames.Help) => guide.Help(input),
            (RequestTypes.Intent, IntentNames.Stop or IntentNames.Cancel or IntentNames.NavigateHome) => guide.Goodbye(input),
            (RequestTypes.Intent, _) => guide.Fallback(input),
            (RequestTypes.AplUserEvent, _) => guide.Touch(input),
            (RequestTypes.SessionEnded or RequestTypes.ExceptionEncountered, _) => Note(input.Envelope.Request.Error),
            (RequestTypes.SkillDisabled, _) => await MemoryHandler.DisableAsync(input, cancellationToken),
            (RequestTypes.CanFulfillIntent, _) => FulfillmentHandler.Answer(input),
            (RequestTypes.ConnectionsResponse, _) => ResponseEnvelope.Empty,
            ({ } type, _) when type.StartsWith(RequestTypes.SkillEventPrefix, StringComparison.Ordinal) => ResponseEnvelope.Empty,
            _ when input.Envelope.Session is null => ResponseEnvelope.Empty,
            _ => guide.Fallback(input),
        };

    private static bool IsOpen(HandlerInput input, string question) => Topic.Read(input.Envelope.Session).Question == question;

    private ResponseEnvelope Note(RequestError? error)
    {
        if (error is not null)
        {
            Log.AlexaError(logger, error.Type ?? "of no type");
        }

        return ResponseEnvelope.Empty;
    }
}
