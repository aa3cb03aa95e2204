using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Microsoft.Extensions.Logging;

namespace SkillFunction.Conversation;

/// <summary>Takes each request to its answer.</summary>
internal static class SkillRouter
{
    /// <summary>Who answers what, the most specific first: the first one that fits a request answers it.</summary>
    /// <returns>The handlers.</returns>
    public static IReadOnlyList<IRequestHandler> Routes(PetMatchHandler petMatch, ILogger logger) =>
    [
        Match.Launch.To(MemoryHandler.GreetAsync),
        Match.Intent(PetMatchHandler.IntentName).To(petMatch.HandleAsync),
        Match.Intent(MemoryHandler.MyNameIntent).To(MemoryHandler.TakeNameAsync),
        Match.Intent(MemoryHandler.LastMatchIntent).To(MemoryHandler.TellLastMatchAsync),
        Match.Intent(MemoryHandler.ForgetMeIntent).To(MemoryHandler.AskWhetherToForget),
        Match.Intent(IntentNames.Yes).When(IsAsked(Questions.ForgetMe)).To(MemoryHandler.ForgetAsync),
        Match.Intent(IntentNames.No).When(IsAsked(Questions.ForgetMe)).To(GuideHandler.Keep),
        Match.Intent(IntentNames.Yes).When(IsAsked(Questions.Another)).To(GuideHandler.StartAgain),
        Match.Intent(IntentNames.No).When(IsAsked(Questions.Another)).To(GuideHandler.Goodbye),
        Match.Intent(IntentNames.Yes).When(IsAsked(PetMatchSlots.RequiredNames)).To(GuideHandler.Insist),
        Match.Intent(IntentNames.No).When(IsAsked([Questions.Name, .. PetMatchSlots.RequiredNames])).To(GuideHandler.Concede),
        Match.Intent(IntentNames.StartOver).To(GuideHandler.StartAgain),
        Match.Intent(IntentNames.Repeat).To(GuideHandler.Repeat),
        Match.Intent(IntentNames.Help).To(GuideHandler.Help),
        Match.Intent(IntentNames.Stop, IntentNames.Cancel, IntentNames.NavigateHome).To(GuideHandler.Goodbye),
        Match.AnyIntent.To(GuideHandler.Fallback),
        Match.Request(RequestTypes.AplUserEvent).When(input => input.Envelope.TakesSpeech).To(GuideHandler.Touch),
        Match.Request(RequestTypes.CanFulfillIntent).To(FulfillmentHandler.Answer),
        Match.Request(RequestTypes.SessionEnded, RequestTypes.ExceptionEncountered).To(input => Note(input, logger)),
        Match.Request(RequestTypes.AplRuntimeError).To(input => NoteScreen(input, logger)),
        Match.Request(RequestTypes.SkillDisabled).To(MemoryHandler.DisableAsync),
        Match.Any.When(input => !input.Envelope.TakesSpeech).To(_ => ResponseEnvelope.Empty),
        Match.Request(RequestTypes.ConnectionsResponse, RequestTypes.SessionResumed).To(GuideHandler.AskAgain),
        Match.Any.To(GuideHandler.Fallback),
    ];

    private static Func<HandlerInput, bool> IsAsked(params IReadOnlyList<string> questions) =>
        input => questions.Contains(input.Reply().Topic.Question);

    private static ResponseEnvelope Note(HandlerInput input, ILogger logger)
    {
        if (input.Request.Error is { } error)
        {
            Log.AlexaError(logger, error.Type ?? "of no type");
        }

        return ResponseEnvelope.Empty;
    }

    /// <summary>The errors' messages may quote the document, which tells what the user wants.</summary>
    private static ResponseEnvelope NoteScreen(HandlerInput input, ILogger logger)
    {
        var errors = (input.Request.Errors ?? []).Select(error => $"{error.Type ?? "of no type"} ({error.Reason ?? "no reason"})").Distinct();
        Log.ScreenError(logger, string.Join(", ", errors));
        return ResponseEnvelope.Empty;
    }
}
