using System.Text;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using AlexaSkill.Requests;

namespace LocalEmulator.Conversations;

/// <summary>
/// A made-up conversation with the skill: somebody with a wish talks to Alexa, in utterances that the interaction model covers and in
/// some that it does not. The same seed and number give the same conversation to the same responses.
/// </summary>
internal sealed class GeneratedConversation
{
    private const int MaxTurns = 12;

    private readonly SkillTalk talk;
    private readonly Chance chance;
    private readonly VoiceModel model;
    private readonly AlexaSession alexa;
    private readonly string[] wishes;
    private RequestEnvelope? sent;
    private bool isRepeated;
    private int turns;
    private bool over;

    /// <summary>Begins a conversation of a run; about a third are of users that had one before.</summary>
    public GeneratedConversation(SkillTalk talk, int seed, long number, TimeProvider time)
    {
        this.talk = talk;
        chance = new Chance(seed, "conversation", number);
        var person = GeneratedUser.Create(seed, number > 0 && chance.Happens(35) ? chance.Below(number) : number);
        model = talk.Model(person.Locale);
        wishes = [.. model.Intent(talk.Intent)!.Samples!];
        alexa = new AlexaSession(model, person.Options with { Random = chance, Time = time });
    }

    public RequestEnvelope Open() => chance.Below(100) switch
    {
        < 30 => Say(model.Opening),
        < 35 => Say(BuiltIn(IntentNames.Help)),
        _ => Wish(),
    };

    /// <summary>Gives the request that follows a response.</summary>
    public RequestEnvelope? Next(ReadOnlyMemory<byte> response)
    {
        if (!isRepeated && chance.Happens(2))
        {
            // Alexa sends a request again when it got no answer in time; the answer that counts is the second one's.
            isRepeated = true;
            return sent;
        }

        var answer = alexa.Take(sent!, response);
        return answer.Next is { } next ? Sent(next) : alexa.State is { } session && !over ? GoOn(session) : null;
    }

    private RequestEnvelope GoOn(SessionState session)
    {
        if (turns >= MaxTurns || chance.Happens(5))
        {
            return Leave();
        }

        return session.Dialog?.Question switch
        {
            { Kind: QuestionKind.ElicitSlot, Slot: { } slot } => Say(Answer(session.Dialog, slot)),
            not null => Say(BuiltIn(chance.Happens(80) ? IntentNames.Yes : IntentNames.No)),
            null when turns == 1 || chance.Happens(50) => chance.Happens(6)
                ? Say(chance.Pick(PetMatchTalk.OffTopic(model.LanguageCode)))
                : Wish(),
            _ => Leave(),
        };
    }

    private string Answer(Dialog dialog, string slot)
    {
        var meant = dialog.Slots.TryGetValue(slot, out var said) ? model.Resolve(dialog.Intent, slot, said.Value) : [];
        return meant.Count > 1
            ? chance.Pick(meant).Name.Value
            : Spoken(chance.Pick(model.Answers(dialog.Intent, slot)), unknownIn: slot);
    }

    private RequestEnvelope Wish() => Say(Spoken(chance.Pick(wishes), chance.Pick(talk.Slots(model))));

    private RequestEnvelope Leave()
    {
        over = true;
        return chance.Below(5) switch
        {
            0 => Say(BuiltIn(IntentNames.Stop)),
            1 => Say(BuiltIn(IntentNames.Cancel)),
            2 => Say(BuiltIn(IntentNames.NavigateHome)),
            3 => Sent(alexa.End("USER_INITIATED")),
            _ => Sent(alexa.End("EXCEEDED_MAX_REPROMPTS")),
        };
    }

    private RequestEnvelope Say(string utterance) => Sent(alexa.Hear(utterance));

    private RequestEnvelope Sent(RequestEnvelope request)
    {
        turns++;
        isRepeated = false;
        return sent = request;
    }

    private string BuiltIn(string intent) => chance.Pick(model.Samples(intent));

    /// <summary>A sample as somebody says it: with words in place of its slots.</summary>
    private string Spoken(string sample, string unknownIn)
    {
        var text = new StringBuilder(sample);
        foreach (var slot in model.Intent(talk.Intent)!.AllSlots)
        {
            var place = $"{{{slot.Name}}}";
            if (sample.Contains(place, StringComparison.Ordinal))
            {
                var unknown = slot.Name == unknownIn && chance.Happens(12) ? talk.Unknown(model.LanguageCode, slot.Name) : [];
                text.Replace(place, unknown.Count > 0 ? chance.Pick(unknown) : Word(slot));
            }
        }

        return text.ToString();
    }

    private string Word(SlotModel slot)
    {
        var values = model.Values(talk.Intent, slot.Name);
        if (values.Count == 0)
        {
            return $"{5 + chance.Below(70)}";
        }

        var value = talk.Pick(values, slot.Name, chance);
        return value.Name.Synonyms is { Count: > 0 } synonyms && !chance.Happens(45) ? chance.Pick(synonyms) : value.Name.Value;
    }
}
