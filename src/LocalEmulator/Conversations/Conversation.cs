using System.Text.Json;

namespace LocalEmulator.Conversations;

/// <summary>
/// One user's conversation with the skill: a user with a wish, and Alexa, which keeps the session and asks for missing slots. The same
/// seed and number give the same conversation to the same responses.
/// </summary>
internal sealed class Conversation
{
    private const int MaxTurns = 12;

    private readonly Chance chance;
    private readonly TimeProvider time;
    private readonly Person person;
    private readonly string sessionId;
    private readonly Dictionary<string, string> words = [];
    private AlexaRequest? last;
    private JsonElement attributes;
    private int turns;
    private bool over;

    /// <summary>Begins a conversation.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="number">Which conversation of the run, from 0; about a third are of users that had one before.</param>
    /// <param name="time">Gives the requests' times.</param>
    public Conversation(int seed, long number, TimeProvider time)
    {
        chance = new Chance(seed, "conversation", number);
        this.time = time;
        person = Person.Create(seed, number > 0 && chance.Happens(35) ? chance.Below(number) : number);
        sessionId = $"amzn1.echo-api.session.{chance.Uuid()}";
    }

    /// <summary>Gives the first request.</summary>
    /// <returns>The request that opens the session.</returns>
    public AlexaRequest Open() => chance.Below(100) switch
    {
        < 30 => Say(new Launch()),
        < 35 => Say(new Said("AMAZON.HelpIntent")),
        _ => Wish(),
    };

    /// <summary>Gives the request that follows a response.</summary>
    /// <param name="response">The skill's response to the last request; null where it had none.</param>
    /// <returns>The next request, or null when the conversation is over.</returns>
    public AlexaRequest? Next(ReadOnlyMemory<byte> response)
    {
        if (last is { } repeated && chance.Happens(2))
        {
            // Alexa sends a request again when it got no answer in time; the answer that counts is the second one's.
            last = null;
            return repeated;
        }

        return !over && SkillReply.Read(response) is { SessionEnds: false } reply ? Continue(reply) : null;
    }

    private AlexaRequest Continue(SkillReply reply)
    {
        foreach (var slot in reply.ClearedSlots)
        {
            words.Remove(slot);
        }

        if (reply.Directive != "Dialog.Delegate")
        {
            // What a delegated turn sets may not come back.
            attributes = reply.Attributes;
        }

        if (turns >= MaxTurns || chance.Happens(5))
        {
            return Leave();
        }

        return reply.Directive switch
        {
            "Dialog.Delegate" => Delegated(),
            "Dialog.ElicitSlot" => Answer(reply.SlotToElicit),
            null when turns == 1 || chance.Happens(50) => chance.Happens(6) ? Say(new Said("AMAZON.FallbackIntent")) : Wish(),
            _ => Leave(),
        };
    }

    /// <summary>Alexa asks for what is missing by itself, and tells the skill when nothing is.</summary>
    private AlexaRequest Delegated() => Vocabulary.Required.FirstOrDefault(type => !words.ContainsKey(type.Slot)) is { } missing
        ? Answer(missing.Slot)
        : Say(new PetWish("COMPLETED", words));

    private AlexaRequest Answer(string? slot)
    {
        if (Vocabulary.All.FirstOrDefault(type => type.Slot == slot) is not { } type)
        {
            return Leave();
        }

        var meant = words.TryGetValue(type.Slot, out var said) ? type.Resolve(said) : [];
        words[type.Slot] = meant.Count > 1 ? chance.Pick(meant).Name : Word(type);
        return Say(new PetWish("IN_PROGRESS", words));
    }

    private AlexaRequest Wish()
    {
        words.Clear();
        var share = chance.Pick([100, 100, 60, 30, 0]);
        foreach (var type in Vocabulary.All.Where(type => chance.Happens(type == Vocabulary.Pet ? 85 : share)))
        {
            words[type.Slot] = Word(type);
        }

        return Say(new PetWish("STARTED", words));
    }

    private AlexaRequest Leave()
    {
        over = true;
        return Say(chance.Below(5) switch
        {
            0 => new Said("AMAZON.StopIntent"),
            1 => new Said("AMAZON.CancelIntent"),
            2 => new Said("AMAZON.NavigateHomeIntent"),
            3 => new SessionEnded("USER_INITIATED"),
            _ => new SessionEnded("EXCEEDED_MAX_REPROMPTS"),
        });
    }

    private string Word(SlotType type)
    {
        if (chance.Happens(6))
        {
            return chance.Pick(Vocabulary.Unknown[type.Slot]);
        }

        // Most people want a dog, some ask for cats, few for dragons.
        var value = type == Vocabulary.Pet
            ? type.Values[chance.Below(100) switch { < 82 => 0, < 94 => 1, _ => 2 }]
            : chance.Pick(type.Values);
        return chance.Happens(45) && value != Vocabulary.Pet.Values[2] ? value.Name : chance.Pick(value.Synonyms);
    }

    private AlexaRequest Say(Content content)
    {
        var turn = new Turn(
            $"amzn1.echo-api.request.{chance.Uuid()}",
            sessionId,
            NewSession: turns++ == 0,
            attributes,
            time.GetUtcNow(),
            content);
        return last = new AlexaRequest(turn.RequestId, content is PetWish, Envelope.Write(person, turn));
    }
}
