using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Analytics;
using FunctionHosting;
using SkillFunction.Breeds;
using SkillFunction.Memory;
using SkillFunction.Phrases;
using SkillHosting;

namespace SkillFunction.Conversation;

/// <summary>Holds the dialog of PetMatchIntent, and writes one hit for each of its requests before the answer goes out.</summary>
internal sealed class PetMatchHandler(
    BreedFinder breeds, HitWriter<Hit> hits, TimeProvider time, string? skillVersion, bool usesPseudonyms, EmbeddedMetrics metrics)
{
    /// <summary>The intent's name in the interaction model.</summary>
    public const string IntentName = "PetMatchIntent";

    /// <summary>Answers a request.</summary>
    /// <returns>The answer.</returns>
    public async Task<ResponseEnvelope> HandleAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var received = time.GetUtcNow();
        var envelope = input.Envelope;
        var slots = PetMatchSlots.Read(envelope.Request.Intent, input.Reply().Topic.Wish ?? PetMatchSlots.Nothing);

        // Read while the breed is looked up, and done before the memory is changed.
        var user = UserIdAsync(input, cancellationToken);
        var turn = await TakeTurnAsync(input, slots, cancellationToken);
        Measure(turn);
        var hit = HitOf(envelope, received, slots, await user, turn);
        await Task.WhenAll(hits.WriteAsync(hit, cancellationToken), RememberAsync(input.Memory(), turn.Match, cancellationToken));
        return turn.Response;
    }

    private async Task<Turn> TakeTurnAsync(HandlerInput input, PetMatchSlots slots, CancellationToken cancellationToken)
    {
        var reply = input.Reply();
        if (slots.IsMythical)
        {
            return new Turn(Refuse(reply, slots.Without(PetMatchSlots.PetName)), Outcome.Refused);
        }

        if (slots.Open is { } open)
        {
            var sorry = open.IsUnknown ? reply.Voice.Say(Phrase.Unknown(open.Name)) : "";
            return new Turn(reply.Ask(Topic.Dialog(slots), sorry).Build(), Outcome.Elicit, open.Name);
        }

        var finding = await breeds.FindAsync(
            slots.BreedKey, input.Envelope, () => reply.Voice.Say(Phrase.LetMeThink), cancellationToken);
        return finding is { Outcome: Outcome.Match, Breed: { } breed }
            ? Recommend(reply, slots, finding, slots.ToMatch(breed))
            : new Turn(Decline(reply, slots, finding.Outcome), finding.Outcome, Finding: finding);
    }

    private static ResponseEnvelope Refuse(Reply reply, PetMatchSlots rest)
    {
        var next = rest.IsSaid ? Topic.Dialog(rest) : Topic.Start;
        return reply.Ask(next, reply.Voice.Say(Phrase.Refusal)).Build();
    }

    /// <summary>Whoever has asked for everything at once is done; in a conversation there may be another dog.</summary>
    private static Turn Recommend(Reply reply, PetMatchSlots slots, BreedFinding finding, LastMatch match)
    {
        var (voice, goesOn) = (reply.Voice, reply.Topic.IsOld);
        var recommendation = voice.Say(Phrase.Match, ("breed", voice.Breed(match.Breed)), ("wish", reply.WishOf(match)));
        var text = slots.IsNoDog ? $"{voice.Say(Phrase.OnlyDogs)} {recommendation}" : recommendation;
        var response = goesOn ? reply.Ask(new Topic(Questions.Another), text) : Reply.Close(text);
        return new Turn(reply.Show(response, match, recommendation, goesOn), Outcome.Match, Finding: finding, Match: match);
    }

    private static ResponseEnvelope Decline(Reply reply, PetMatchSlots slots, Outcome outcome)
    {
        var voice = reply.Voice;
        if (outcome != Outcome.NoMatch)
        {
            return Reply.Close(voice.Say(Phrase.LookupFailed)).Build();
        }

        var text = voice.Say(Phrase.NoMatch, ("wish", slots.WishIn(voice)));
        return reply.Ask(Topic.Dialog(slots.Without(PetMatchSlots.SizeName)), text).Build();
    }

    private async Task<string?> UserIdAsync(HandlerInput input, CancellationToken cancellationToken) =>
        usesPseudonyms ? await input.Memory().PseudonymAsync(cancellationToken) : input.Envelope.UserId;

    private static Task RememberAsync(UserMemory memory, LastMatch? match, CancellationToken cancellationToken) => match is null
        ? Task.CompletedTask
        : memory.ChangeAsync(profile => profile with { LastMatch = match }, cancellationToken);

    private void Measure(Turn turn)
    {
        metrics.AddAnswer(Columns.Text(turn.Outcome));
        if (turn.Finding is { } finding)
        {
            metrics.Add(Metrics.LookupTime, finding.Milliseconds);
        }
    }

    private Hit HitOf(RequestEnvelope envelope, DateTimeOffset received, PetMatchSlots slots, string? userId, Turn turn) => new()
    {
        RequestId = envelope.Request.RequestId ?? "",
        UserId = userId,
        ApiExecutionTime = turn.Finding?.Milliseconds,
        Animal = slots.Pet.Hit,
        Size = slots.Size.Hit,
        Temperament = slots.Temperament.Hit,
        Energy = slots.Energy.Hit,
        EventTime = received,
        SessionId = envelope.Session?.SessionId,
        NewSession = envelope.Session?.New,
        Locale = envelope.Request.Locale,
        DialogState = envelope.Request.DialogState,
        Outcome = turn.Outcome,
        Breed = turn.Finding?.Breed,
        ElicitedSlot = turn.ElicitedSlot,
        Unmatched = slots.Unmatched,
        Screen = envelope.HasScreen,
        SkillVersion = skillVersion,
    };
}
