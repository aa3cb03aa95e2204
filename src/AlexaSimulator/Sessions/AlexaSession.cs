using AlexaSimulator.InteractionModels;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSimulator.Sessions;

/// <summary>
/// Alexa between a user and a skill: makes requests of what is said, and carries session and dialog from turn to turn. It calls nobody;
/// <see cref="Conversation"/> does.
/// </summary>
/// <param name="model">The interaction model of the user's locale.</param>
/// <param name="options">The user and the device; null = somebody without a screen.</param>
/// <param name="state">The session to go on with; null = none.</param>
public sealed class AlexaSession(VoiceModel model, AlexaOptions? options = null, SessionState? state = null)
{
    private readonly RequestWriter requests = new(model, options ?? new AlexaOptions());

    /// <summary>What is kept for the next turn; null while no session is open.</summary>
    public SessionState? State { get; private set; } = state;

    /// <summary>Makes a request of what the user says; an utterance that names the skill begins a session, and so does one outside any.</summary>
    /// <param name="text">What is said.</param>
    /// <returns>The request; the session stays as it is until the answer is taken.</returns>
    /// <exception cref="SimulatorException">Another skill is opened by its name.</exception>
    public RequestEnvelope Hear(string text)
    {
        var call = Call.Read(text, model);
        if (call.OtherSkill is { } other)
        {
            throw new SimulatorException(
                $"In {model.Locale} this skill is called '{model.InvocationName}'; Alexa would look for one called '{other}'.");
        }

        if (State is not null && !call.NamesSkill)
        {
            return IsExit(call.Wishes[0]) ? End("USER_INITIATED") : requests.Intent(State, isNew: false, Meaning(call, State));
        }

        var session = new SessionState(requests.NewSessionId());
        return call.Wishes.Count == 0 ? requests.Launch(session) : requests.Intent(session, isNew: true, Meaning(call, session));
    }

    /// <summary>Makes the request that ends the session without a word of the user.</summary>
    /// <param name="reason">USER_INITIATED, EXCEEDED_MAX_REPROMPTS or ERROR.</param>
    /// <returns>The request.</returns>
    /// <exception cref="InvalidOperationException">No session is open.</exception>
    public RequestEnvelope End(string reason) =>
        requests.End(State ?? throw new InvalidOperationException("No session is open."), reason, null);

    /// <summary>Gives the session up: the skill did not answer.</summary>
    public void Drop() => State = null;

    /// <summary>Takes the skill's response to a request, be it one that was made here or one that was written by hand.</summary>
    /// <param name="request">The request; the session goes on from what it says.</param>
    /// <param name="response">The response in UTF-8.</param>
    /// <returns>What becomes of it.</returns>
    public AlexaAnswer Take(RequestEnvelope request, ReadOnlyMemory<byte> response)
    {
        var answer = AlexaAnswer.Read(request, response);
        if (request.Session is null)
        {
            return answer; // an event: no session is touched
        }

        if (request.Request.Type == RequestTypes.SessionEnded)
        {
            State = null;
            return new AlexaAnswer(answer.Response, Problem: answer.Problem);
        }

        var session = new SessionState(request.Session.SessionId ?? "", request.Session.Attributes, Dialog.Of(request.Request));
        if (answer.Response is not { } taken || answer.Problem is not null)
        {
            return Refuse(session, answer.Problem!);
        }

        var directive = taken.Response.Directives?.FirstOrDefault(AlexaAnswer.IsDialog);
        if (taken.Response.ShouldEndSession is true || (directive is null && !StaysOpen(taken.Response, request)))
        {
            State = null;
            return answer;
        }

        return directive is null ? Keep(session, null, answer) : Follow(directive, session, answer);
    }

    private AlexaAnswer Follow(Directive directive, SessionState session, AlexaAnswer answer)
    {
        var (question, updated) = directive switch
        {
            ElicitSlotDirective elicit => (new Question(QuestionKind.ElicitSlot, elicit.SlotToElicit ?? ""), elicit.UpdatedIntent),
            ConfirmSlotDirective confirm => (new Question(QuestionKind.ConfirmSlot, confirm.SlotToConfirm ?? ""), confirm.UpdatedIntent),
            ConfirmIntentDirective confirm => (new Question(QuestionKind.ConfirmIntent), confirm.UpdatedIntent),
            _ => (null, ((DelegateDirective)directive).UpdatedIntent),
        };
        var dialog = updated?.Name is { } name
            ? (session.Dialog ?? new Dialog(name, DialogStates.Started, [])).Update(updated)
            : session.Dialog;
        if (dialog is null || model.Intent(dialog.Intent) is not { } intent)
        {
            return Refuse(session, $"{directive.Type} needs an open dialog, or an updatedIntent that is in the interaction model");
        }

        if (question is null)
        {
            return HandOver(directive, session, dialog, answer);
        }

        return question.Slot is { } slot && intent.AllSlots.All(candidate => candidate.Name != slot)
            ? Refuse(session, $"{directive.Type} names the slot '{slot}', which {intent.Name} does not have")
            : Keep(session, dialog with { Question = question }, answer);
    }

    private AlexaAnswer Keep(SessionState session, Dialog? dialog, AlexaAnswer answer)
    {
        State = session with { Attributes = answer.Response!.SessionAttributes, Dialog = dialog };
        return answer;
    }

    /// <summary>Alexa goes on by the model alone. What a delegated turn sets as attributes may not come back: here it never does.</summary>
    private AlexaAnswer HandOver(Directive directive, SessionState session, Dialog dialog, AlexaAnswer answer)
    {
        if (model.Dialog(dialog.Intent) is not { } rules || dialog.State == DialogStates.Completed)
        {
            return Refuse(session, $"{directive.Type} needs a dialog of the interaction model that is not complete yet");
        }

        var next = dialog.Delegate(rules);
        State = session with { Dialog = next };
        return next.Question is { } question
            ? answer with { Speech = string.Join(' ', new[] { answer.Speech, requests.Prompt(rules, next, question) }.OfType<string>()) }
            : answer with { Next = requests.Intent(State, isNew: false, next) };
    }

    private Dialog Meaning(Call call, SessionState session)
    {
        (string Intent, string Slot)? asked = session.Dialog is { Question: { Kind: QuestionKind.ElicitSlot, Slot: { } slot }, Intent: var intent }
            ? (intent, slot)
            : null;
        var heard = call.Wishes.Select(wish => model.Understand(wish, asked)).MinBy(understood => understood.UnknownWords)!;
        return session.Dialog switch
        {
            { Question.Kind: QuestionKind.ConfirmSlot or QuestionKind.ConfirmIntent } dialog when heard.Intent is IntentNames.Yes =>
                dialog.Answer(Confirmation.Confirmed),
            { Question.Kind: QuestionKind.ConfirmSlot or QuestionKind.ConfirmIntent } dialog when heard.Intent is IntentNames.No =>
                dialog.Answer(Confirmation.Denied),
            { } dialog when dialog.Intent == heard.Intent => dialog.Continue(heard.Slots),
            _ => Dialog.Start(heard),
        };
    }

    /// <summary>Alexa takes no broken response: she ends the session and tells the skill.</summary>
    private AlexaAnswer Refuse(SessionState session, string problem)
    {
        State = session;
        return new AlexaAnswer(Next: requests.End(session, "ERROR", problem), Problem: problem);
    }

    /// <summary>Where the response does not say, the session outlives one that asks again, or that is on a screen.</summary>
    private static bool StaysOpen(Response response, RequestEnvelope request) =>
        response.ShouldEndSession is false || response.Reprompt is not null || request.HasScreen == true;

    private bool IsExit(Utterance utterance) => model.Language.Exit.Any(word => utterance.Key(0, utterance.Count) == Word.KeysOf(word));
}
