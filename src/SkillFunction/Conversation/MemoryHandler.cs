using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>Answers what has to do with what the skill remembers.</summary>
internal static class MemoryHandler
{
    /// <summary>"My name is …", with the slot name.</summary>
    public const string MyNameIntent = "MyNameIsIntent";

    /// <summary>"What was my last match?"</summary>
    public const string LastMatchIntent = "LastMatchIntent";

    /// <summary>"Forget me."</summary>
    public const string ForgetMeIntent = "ForgetMeIntent";

    private const string NameSlot = "name";

    /// <summary>Welcomes, a returning user by name and with the last match.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public static async Task<ResponseEnvelope> GreetAsync(HandlerInput input, CancellationToken cancellationToken) =>
        await input.Memory().RecallAsync(cancellationToken) is { IsEmpty: false } profile ? Answers.WelcomeBack(profile) : Answers.Welcome();

    /// <summary>Remembers a name and greets by it.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public static async Task<ResponseEnvelope> TakeNameAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var memory = input.Memory();
        if (StoredText.Cap(input.Envelope.Request.Intent?.Slot(NameSlot)?.Spoken) is not { } name)
        {
            return Answers.AskName();
        }

        var isSaved = await memory.ChangeAsync(profile => profile with { Name = name }, cancellationToken)
            && await memory.SaveAsync(cancellationToken);
        return Answers.Greet(name, !memory.IsKept ? Speech.NameNotKept : isSaved ? Speech.NameKept : Speech.NameLost);
    }

    /// <summary>Tells the last match.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public static async Task<ResponseEnvelope> TellLastMatchAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        if (!input.Memory().IsKept)
        {
            return Answers.GoOn(Speech.LastMatchNotKept);
        }

        return await input.Memory().RecallAsync(cancellationToken) switch
        {
            null => Answers.GoOn(Speech.LastMatchLost),
            { LastMatch: { } match } => Answers.GoOn(Speech.LastMatch(match)),
            _ => Answers.GoOn(Speech.NoLastMatch),
        };
    }

    /// <summary>Asks whether to forget the user.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope AskWhetherToForget(HandlerInput input) =>
        input.Memory().IsKept ? Answers.AskWhetherToForget() : Answers.GoOn(Speech.NothingToForget);

    /// <summary>Forgets the user.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public static async Task<ResponseEnvelope> ForgetAsync(HandlerInput input, CancellationToken cancellationToken) =>
        Answers.GoOn(await input.Memory().ForgetAsync(cancellationToken) ? Speech.Forgotten : Speech.NotForgotten);

    /// <summary>Forgets a user who has disabled the skill and whom Alexa forgets as well.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer, which says nothing.</returns>
    public static async Task<ResponseEnvelope> DisableAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        if (input.Envelope.Request.Body?.UserInformationPersistenceStatus == SkillEventBody.NotPersisted)
        {
            await input.Memory().ForgetAsync(cancellationToken);
        }

        return ResponseEnvelope.Empty;
    }
}
