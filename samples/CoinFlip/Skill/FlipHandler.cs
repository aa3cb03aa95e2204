using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using SkillHosting;

namespace CoinFlip;

/// <summary>Flips the coin: one hit for each request of the intent, before the answer goes out.</summary>
internal sealed class FlipHandler(HitWriter<Flip> hits, Scores scores, Random random, TimeProvider time)
{
    public const string IntentName = "FlipIntent";

    public const string SideSlot = "side";

    private static readonly string[] Sides = ["heads", "tails"];

    /// <summary>Who answers what, the most specific first.</summary>
    public IReadOnlyList<IRequestHandler> Routes =>
    [
        Match.Launch.To(GreetAsync),
        Match.Intent(IntentName).To(FlipAsync),
        Match.Intent(IntentNames.Stop, IntentNames.Cancel, IntentNames.NavigateHome).To(_ => Phrases.Close("Goodbye.")),
        Match.AnyIntent.To(_ => Phrases.Ask("Call a side, and I flip the coin.")),
        Match.Request(RequestTypes.SkillDisabled).To(ForgetAsync),
        Match.Any.To(_ => ResponseEnvelope.Empty),
    ];

    private async Task<ResponseEnvelope> GreetAsync(HandlerInput input, CancellationToken cancellationToken) =>
        Phrases.Ask(Phrases.Welcome(await scores.FindAsync(input.Attributes, cancellationToken)));

    private async Task<ResponseEnvelope> FlipAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var flip = new Flip(input.Request.RequestId ?? "", input.Envelope.UserId, time.GetUtcNow());
        var slot = input.Slot(SideSlot);
        if (slot?.Match?.Name is not { } called || !Sides.Contains(called))
        {
            await hits.WriteAsync(flip, cancellationToken);
            return Phrases.Elicit(slot?.Spoken is { } said ? Phrases.NoSide(said) : "");
        }

        var landed = Sides[random.Next(Sides.Length)];
        var score = await scores.CountAsync(input.Attributes, called == landed, cancellationToken);
        await hits.WriteAsync(flip with { Called = called, Landed = landed, Streak = score?.Streak }, cancellationToken);
        return Phrases.Ask(Phrases.Result(called, landed, score?.Streak));
    }

    private async Task<ResponseEnvelope> ForgetAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        if (input.Request.Body?.UserInformationPersistenceStatus == SkillEventBody.NotPersisted)
        {
            await scores.ForgetAsync(input.Attributes, cancellationToken);
        }

        return ResponseEnvelope.Empty;
    }
}
