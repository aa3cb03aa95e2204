using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using SkillFunction.Memory;
using SkillFunction.Phrases;

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
    /// <returns>The answer.</returns>
    public static async Task<ResponseEnvelope> GreetAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var reply = input.Reply();
        var voice = reply.Voice;
        if (await input.Memory().RecallAsync(cancellationToken) is not { IsEmpty: false } profile)
        {
            return reply.Open(Topic.Start, voice.Say(Phrase.Welcome), voice.Say(Phrase.Question(Questions.Start))).Build();
        }

        var greeting = profile.Name is { } name ? voice.Say(Phrase.WelcomeBack, ("name", name)) : voice.Say(Phrase.WelcomeBackNameless);
        return reply.Ask(Topic.Start, profile.LastMatch is { } match
            ? $"{greeting} {voice.Say(Phrase.LastTime, ("match", reply.InShort(match)))}"
            : greeting).Build();
    }

    /// <summary>Remembers a name and greets by it.</summary>
    /// <returns>The answer.</returns>
    public static async Task<ResponseEnvelope> TakeNameAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var reply = input.Reply();
        var memory = input.Memory();
        if (StoredText.Cap(input.Envelope.Request.Intent?.Slot(NameSlot)?.Spoken) is not { } name)
        {
            return reply.Ask(reply.Topic with { Question = Questions.Name }, reply.Voice.Say(Phrase.Unknown(Questions.Name))).Build();
        }

        var isSaved = memory.IsKept && await memory.ChangeAsync(profile => profile with { Name = name }, cancellationToken);
        var greeting = !memory.IsKept ? Phrase.NameNotKept : isSaved ? Phrase.NameKept : Phrase.NameLost;
        return reply.GoOn(reply.Voice.Say(greeting, ("name", name))).Build();
    }

    /// <summary>Tells the last match.</summary>
    /// <returns>The answer.</returns>
    public static async Task<ResponseEnvelope> TellLastMatchAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var reply = input.Reply();
        if (!input.Memory().IsKept)
        {
            return reply.GoOn(reply.Voice.Say(Phrase.LastMatchNotKept)).Build();
        }

        var profile = await input.Memory().RecallAsync(cancellationToken);
        if (profile?.LastMatch is not { } match)
        {
            return reply.GoOn(reply.Voice.Say(profile is null ? Phrase.LastMatchLost : Phrase.NoLastMatch)).Build();
        }

        var text = reply.Voice.Say(Phrase.LastMatch, ("match", reply.InShort(match)));
        return reply.Show(reply.GoOn(text), match, text, isOpen: true);
    }

    /// <summary>Asks whether to forget the user.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope AskWhetherToForget(HandlerInput input)
    {
        var reply = input.Reply();
        return input.Memory().IsKept
            ? reply.Ask(reply.Topic with { Question = Questions.ForgetMe }, "").Build()
            : reply.GoOn(reply.Voice.Say(Phrase.NothingToForget)).Build();
    }

    /// <summary>Forgets the user after a yes.</summary>
    /// <returns>The answer.</returns>
    public static async Task<ResponseEnvelope> ForgetAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var reply = input.Reply();
        var isGone = await input.Memory().ForgetAsync(cancellationToken);
        return reply.GoOn(reply.Voice.Say(isGone ? Phrase.Forgotten : Phrase.NotForgotten)).Build();
    }

    /// <summary>Forgets a user who has disabled the skill and whom Alexa forgets as well.</summary>
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
