using AlexaSkill.Requests;
using LocalEmulator.InteractionModels;

namespace LocalEmulator.Conversations;

/// <summary>Alexa between a user and the skill: makes requests of what is said, and carries session and dialog from turn to turn.</summary>
/// <param name="model">The interaction model of the user's locale.</param>
/// <param name="person">The user.</param>
/// <param name="chance">Gives ids and picks among prompts.</param>
/// <param name="time">Gives the requests' times.</param>
/// <param name="state">The session to go on with; null for none.</param>
internal sealed class AlexaSession(VoiceModel model, Person person, Chance chance, TimeProvider time, SessionState? state = null)
{
    /// <summary>What is kept for the next turn; null while no session is open.</summary>
    public SessionState? State { get; private set; } = state;

    /// <summary>What the last request says.</summary>
    public Content? Content { get; private set; }

    /// <summary>Makes a request of what the user says.</summary>
    /// <param name="text">What is said; one word at least.</param>
    /// <returns>The request.</returns>
    public AlexaRequest Hear(string text)
    {
        var call = Call.Read(text, model);
        if (State is not null && !call.NamesSkill)
        {
            return IsExit(call.Wishes[0]) ? End("USER_INITIATED") : Send(Meaning(call, State), State, isNew: false);
        }

        var session = new SessionState($"amzn1.echo-api.session.{chance.Uuid()}");
        return Send(call.Wishes.Count == 0 ? new Launch() : Meaning(call, session), session, isNew: true);
    }

    /// <summary>Ends the session without a word of the user.</summary>
    /// <param name="reason">USER_INITIATED, EXCEEDED_MAX_REPROMPTS or ERROR.</param>
    /// <returns>The request.</returns>
    /// <exception cref="InvalidOperationException">No session is open.</exception>
    public AlexaRequest End(string reason) => End(new SessionEnded(reason));

    /// <summary>Gives the session up: the skill did not answer.</summary>
    public void Drop() => State = null;

    /// <summary>Takes the skill's response to the last request.</summary>
    /// <param name="response">The response in UTF-8.</param>
    /// <returns>What becomes of it.</returns>
    public AlexaAnswer Take(ReadOnlyMemory<byte> response)
    {
        if (Content is not { } asked || State is null)
        {
            return new AlexaAnswer();
        }

        var read = SkillReply.Read(response, asked.Type, out var reason);
        if (asked is SessionEnded)
        {
            State = null;
            return new AlexaAnswer(Problem: read is null ? reason : null);
        }

        if (read is not { } reply)
        {
            return Refuse(reason);
        }

        var answer = new AlexaAnswer(reply.Speech, reply.Card, reply.Screen);
        if (reply.ShouldEndSession is true || (reply.Directive is null && !StaysOpen(reply)))
        {
            State = null;
            return answer;
        }

        return reply.Directive is { } directive ? Follow(directive, reply, State, answer) : Keep(reply, State, null, answer);
    }

    private AlexaRequest End(SessionEnded ended) =>
        Send(ended, State ?? throw new InvalidOperationException("No session is open."), isNew: false);

    private AlexaAnswer Follow(DialogDirective directive, SkillReply reply, SessionState session, AlexaAnswer answer)
    {
        var dialog = directive.UpdatedIntent is { } updated
            ? (session.Dialog ?? new Dialog(updated.Name, DialogStates.Started, [])).Update(updated)
            : session.Dialog;
        if (dialog is null || model.Intent(dialog.Intent) is not { } intent)
        {
            return Refuse($"{directive.Type} needs an open dialog, or an updatedIntent that is in the interaction model");
        }

        if (directive.Type == DialogDirective.Delegate)
        {
            return HandOver(dialog, session, answer);
        }

        if (directive.Slot is { } slot && intent.AllSlots.All(candidate => candidate.Name != slot))
        {
            return Refuse($"{directive.Type} names the slot '{slot}', which {intent.Name} does not have");
        }

        return Keep(reply, session, dialog with { Question = new Question(directive.Asks, directive.Slot) }, answer);
    }

    private AlexaAnswer Keep(SkillReply reply, SessionState session, Dialog? dialog, AlexaAnswer answer)
    {
        State = session with { Attributes = reply.Attributes, Dialog = dialog };
        return answer;
    }

    /// <summary>Alexa goes on by the model alone. What a delegated turn sets as attributes may not come back: here it never does.</summary>
    private AlexaAnswer HandOver(Dialog dialog, SessionState session, AlexaAnswer answer)
    {
        if (model.Dialog(dialog.Intent) is not { } rules || dialog.State == DialogStates.Completed)
        {
            return Refuse($"{DialogDirective.Delegate} needs a dialog of the interaction model that is not complete yet");
        }

        var next = dialog.Delegate(rules);
        State = session with { Dialog = next };
        return next.Question is { } question
            ? answer with { Speech = string.Join(' ', new[] { answer.Speech, Prompt(rules, next, question) }.OfType<string>()) }
            : answer with { Next = Send(Request(next), State, isNew: false) };
    }

    private string? Prompt(DialogIntent rules, Dialog dialog, Question question)
    {
        var prompts = question.Slot is null ? rules.Prompts : rules.Slots.First(slot => slot.Name == question.Slot).Prompts;
        var use = question.Kind == QuestionKind.ElicitSlot ? "elicitation" : "confirmation";
        var variations = model.Prompt(prompts?.GetValueOrDefault(use));
        if (variations.Count == 0)
        {
            return null;
        }

        var text = chance.Pick(variations).Value;
        foreach (var (name, slot) in dialog.Slots)
        {
            text = text.Replace($"{{{name}}}", slot.Value, StringComparison.Ordinal);
        }

        return SpokenText.Plain(text) ?? text;
    }

    private Said Meaning(Call call, SessionState session)
    {
        (string Intent, string Slot)? asked = session.Dialog is { Question: { Kind: QuestionKind.ElicitSlot, Slot: { } slot }, Intent: var intent }
            ? (intent, slot)
            : null;
        var heard = call.Wishes.Select(wish => model.Understand(wish, asked)).MinBy(understood => understood.UnknownWords)!;
        return session.Dialog switch
        {
            { Question.Kind: QuestionKind.ConfirmSlot or QuestionKind.ConfirmIntent } dialog when heard.Intent is IntentNames.Yes =>
                Request(dialog.Answer(Confirmation.Confirmed)),
            { Question.Kind: QuestionKind.ConfirmSlot or QuestionKind.ConfirmIntent } dialog when heard.Intent is IntentNames.No =>
                Request(dialog.Answer(Confirmation.Denied)),
            { } dialog when dialog.Intent == heard.Intent => Request(dialog.Continue(heard.Slots)),
            _ => Request(Dialog.Start(heard)),
        };
    }

    private Said Request(Dialog dialog) =>
        new(dialog.Intent, dialog.Slots, dialog.ConfirmationStatus, model.Dialog(dialog.Intent) is null ? null : dialog.State);

    /// <summary>Alexa takes no broken response: she ends the session and tells the skill.</summary>
    private AlexaAnswer Refuse(string reason) => new(Next: End(new SessionEnded("ERROR", reason)), Problem: reason);

    /// <summary>Without a word about it, the session outlives a response that asks again, or that is on a screen.</summary>
    private bool StaysOpen(SkillReply reply) => reply.ShouldEndSession is false || reply.HasReprompt || person.HasScreen;

    private bool IsExit(Utterance utterance) => model.Language.Exit.Any(word => utterance.Key(0, utterance.Count) == Word.KeysOf(word));

    private AlexaRequest Send(Content content, SessionState session, bool isNew)
    {
        Content = content;
        State = session with
        {
            Dialog = content is Said said
                ? new Dialog(said.Intent, said.DialogState ?? DialogStates.Started, said.Slots, said.ConfirmationStatus)
                : null,
        };
        var requestId = $"amzn1.echo-api.request.{chance.Uuid()}";
        var turn = new Turn(requestId, session.SessionId, isNew, session.Attributes, time.GetUtcNow(), content);
        var isHit = content is Said { Intent: PetMatchTalk.Intent };
        return new AlexaRequest(requestId, content.Type, isHit, Envelope.Write(model, person, turn));
    }
}
