using System.Text;
using AlexaSkill.Requests;
using LocalEmulator.InteractionModels;

namespace LocalEmulator.Conversations;

/// <summary>
/// One user's conversation with the skill: somebody with a wish talks to Alexa, in utterances that the interaction model covers and in
/// some that it does not. The same seed and number give the same conversation to the same responses.
/// </summary>
internal sealed class Conversation
{
    private const int MaxTurns = 12;

    private readonly Chance chance;
    private readonly VoiceModel model;
    private readonly AlexaSession alexa;
    private readonly string[] wishes;
    private AlexaRequest? last;
    private int turns;
    private bool over;

    /// <summary>Begins a conversation.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="number">Which conversation of the run, from 0; about a third are of users that had one before.</param>
    /// <param name="time">Gives the requests' times.</param>
    public Conversation(int seed, long number, TimeProvider time)
    {
        chance = new Chance(seed, "conversation", number);
        var person = Person.Create(seed, number > 0 && chance.Happens(35) ? chance.Below(number) : number);
        model = VoiceModel.Of(person.Locale);
        wishes = [.. model.Intent(PetMatchTalk.Intent)!.Samples!];
        alexa = new AlexaSession(model, person, chance, time);
    }

    /// <summary>Gives the first request.</summary>
    /// <returns>The request that opens the session.</returns>
    public AlexaRequest Open() => chance.Below(100) switch
    {
        < 30 => Say($"{model.Language.Calls[0]} {model.InvocationName}"),
        < 35 => Say(BuiltIn(IntentNames.Help)),
        _ => Wish(),
    };

    /// <summary>Gives the request that follows a response.</summary>
    /// <param name="response">The skill's response to the last request; empty where it had none.</param>
    /// <returns>The next request, or null when the conversation is over.</returns>
    public AlexaRequest? Next(ReadOnlyMemory<byte> response)
    {
        if (last is { } repeated && chance.Happens(2))
        {
            // Alexa sends a request again when it got no answer in time; the answer that counts is the second one's.
            last = null;
            return repeated;
        }

        var answer = alexa.Take(response);
        return answer.Next is { } next ? Sent(next) : alexa.State is { } session && !over ? GoOn(session) : null;
    }

    private AlexaRequest GoOn(SessionState session)
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
                ? Say(chance.Pick(PetMatchTalk.OffTopic(model.Language.Code)))
                : Wish(),
            _ => Leave(),
        };
    }

    private string Answer(Dialog dialog, string slot)
    {
        var meant = dialog.Slots.TryGetValue(slot, out var said) ? model.Kind(dialog.Intent, slot)!.Resolve(said.Value) : [];
        return meant.Count > 1
            ? chance.Pick(meant).Name.Value
            : Spoken(chance.Pick(model.AnswersFor(dialog.Intent, slot)).Text, unknownIn: slot);
    }

    private AlexaRequest Wish() => Say(Spoken(chance.Pick(wishes), chance.Pick(PetMatchTalk.Slots)));

    private AlexaRequest Leave()
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

    private AlexaRequest Say(string utterance) => Sent(alexa.Hear(utterance));

    private AlexaRequest Sent(AlexaRequest request)
    {
        turns++;
        return last = request;
    }

    private string BuiltIn(string intent) => chance.Pick(model.Language.BuiltIns[intent]);

    /// <summary>A sample as somebody says it: with words in place of its slots.</summary>
    private string Spoken(string sample, string unknownIn)
    {
        var text = new StringBuilder(sample);
        foreach (var slot in model.Intent(PetMatchTalk.Intent)!.AllSlots)
        {
            var place = $"{{{slot.Name}}}";
            if (sample.Contains(place, StringComparison.Ordinal))
            {
                var isUnknown = slot.Name == unknownIn && chance.Happens(12);
                text.Replace(place, isUnknown ? chance.Pick(PetMatchTalk.Unknown(model.Language.Code, slot.Name)) : Word(slot));
            }
        }

        return text.ToString();
    }

    private string Word(SlotModel slot)
    {
        var values = model.Values(PetMatchTalk.Intent, slot.Name);
        if (values.Count == 0)
        {
            return $"{5 + chance.Below(70)}";
        }

        // Most people want a dog, some ask for cats, few for dragons.
        var value = slot.Name == PetMatchTalk.Pet ? values[chance.Below(100) switch { < 82 => 0, < 94 => 1, _ => 2 }] : chance.Pick(values);
        return value.Name.Synonyms is { Count: > 0 } synonyms && !chance.Happens(45) ? chance.Pick(synonyms) : value.Name.Value;
    }
}
