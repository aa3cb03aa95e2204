using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Analytics;
using SkillFunction.Breeds;
using SkillFunction.Hits;
using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>Holds the dialog of PetMatchIntent, and writes one hit for each of its requests before the answer goes out.</summary>
/// <param name="breeds">Finds breeds.</param>
/// <param name="hits">Writes hits.</param>
/// <param name="time">The clock.</param>
/// <param name="skillVersion">The deployed version; null = unknown.</param>
internal sealed class PetMatchHandler(BreedFinder breeds, HitWriter hits, TimeProvider time, string? skillVersion)
{
    /// <summary>The intent's name in the interaction model.</summary>
    public const string IntentName = "PetMatchIntent";

    /// <summary>Answers a request.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public async Task<ResponseEnvelope> HandleAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var received = time.GetUtcNow();
        var envelope = input.Envelope;
        var slots = PetMatchSlots.Read(envelope.Request.Intent);
        var turn = await TakeTurnAsync(envelope.Request, slots, cancellationToken);
        await Task.WhenAll(
            hits.WriteAsync(HitOf(envelope, received, slots, turn), cancellationToken),
            RememberAsync(input.Memory(), slots, turn, cancellationToken));
        return turn.Response;
    }

    private async Task<Turn> TakeTurnAsync(Request request, PetMatchSlots slots, CancellationToken cancellationToken)
    {
        if (slots.IsMythical)
        {
            return new Turn(Answers.Refuse(), Outcome.Refused);
        }

        if (Open(request.DialogState, slots) is { } open)
        {
            return new Turn(Answers.Ask(open, request.Intent), Outcome.Elicit, open.Name);
        }

        if (!IsComplete(request.DialogState, slots))
        {
            var next = slots.Required.FirstOrDefault(slot => !slot.IsSaid);
            return new Turn(new ResponseBuilder().Delegate().Build(), Outcome.Elicit, next?.Name);
        }

        var finding = await breeds.FindAsync(slots.BreedKey, cancellationToken);
        return new Turn(Answers.Result(finding, slots), finding.Outcome, Finding: finding);
    }

    /// <summary>The slot that the skill itself has to ask for, because Alexa takes it as filled, or the dialog as complete.</summary>
    private static SpokenSlot? Open(string? dialogState, PetMatchSlots slots) => dialogState == DialogStates.Completed
        ? slots.Required.FirstOrDefault(slot => slot.Value is null)
        : slots.Required.FirstOrDefault(slot => slot.IsAmbiguous || slot.IsUnknown);

    private static bool IsComplete(string? dialogState, PetMatchSlots slots) =>
        dialogState == DialogStates.Completed || (dialogState is null && slots.Required.All(slot => slot.Value is not null));

    private static Task RememberAsync(UserMemory memory, PetMatchSlots slots, Turn turn, CancellationToken cancellationToken)
    {
        if (turn is not { Outcome: Outcome.Match, Finding.Breed: { } breed })
        {
            return Task.CompletedTask;
        }

        var match = new LastMatch(breed, slots.Size.Value!, slots.Temperament.Value!, slots.Energy.Value!);
        return memory.ChangeAsync(profile => profile with { LastMatch = match }, cancellationToken);
    }

    private Hit HitOf(RequestEnvelope envelope, DateTimeOffset received, PetMatchSlots slots, Turn turn) => new(
        RequestId: envelope.Request.RequestId ?? "",
        UserId: envelope.UserId,
        ApiExecutionTime: turn.Finding?.Milliseconds,
        Animal: slots.Pet.Hit,
        Size: slots.Size.Hit,
        Temperament: slots.Temperament.Hit,
        Energy: slots.Energy.Hit,
        EventTime: received,
        SessionId: envelope.Session?.SessionId,
        NewSession: envelope.Session?.New,
        Locale: envelope.Request.Locale,
        DialogState: envelope.Request.DialogState,
        Outcome: turn.Outcome,
        Breed: turn.Finding?.Breed,
        ElicitedSlot: turn.ElicitedSlot,
        Unmatched: slots.Unmatched,
        Screen: envelope.HasScreen,
        SkillVersion: skillVersion);
}
