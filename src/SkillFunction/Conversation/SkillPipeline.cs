using AlexaSkill.Dispatch;
using AlexaSkill.Persistence;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using SkillFunction.Phrases;
using SkillHosting;

namespace SkillFunction.Conversation;

/// <summary>What a request goes through: what comes before its handler, the handler, and what comes after it.</summary>
internal static class SkillPipeline
{
    /// <summary>How long a turn may take, all that it waits for included; Alexa waits 8 seconds, the way there included.</summary>
    public static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(5.8);

    /// <summary>Puts the skill together.</summary>
    /// <returns>The skill.</returns>
    public static Skill Create(
        SkillId skillId,
        PetMatchHandler petMatch,
        IPersistenceAdapter store,
        Random random,
        EmbeddedMetrics metrics,
        TimeProvider time,
        ILogger logger)
    {
        var memory = new MemoryInterceptor(store is not NoPersistenceAdapter, time, metrics, logger);
        return new Skill(new SkillOptions
        {
            SkillId = skillId,
            Handlers = SkillRouter.Routes(petMatch, logger),
            RequestInterceptors = [new ReplyInterceptor(random), memory],
            ResponseInterceptors = [memory],
            ErrorHandlers = [new FailureHandler(input => Reply.Close(input.Reply().Voice.Say(Phrase.Apology)).Build(), logger)],
            Store = store,
            TurnLimit = TurnLimit,
            TimeProvider = time,
        });
    }
}
