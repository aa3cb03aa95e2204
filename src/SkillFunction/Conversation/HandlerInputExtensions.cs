using AlexaSkill.Dispatch;
using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>What this skill's handlers find in their input beside what every skill's do.</summary>
internal static class HandlerInputExtensions
{
    private const string MemoryAttribute = "memory";
    private const string ReplyAttribute = "reply";

    /// <summary>What is remembered of the request's user.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The memory.</returns>
    public static UserMemory Memory(this HandlerInput input) => (UserMemory)input.Attributes.RequestAttributes[MemoryAttribute]!;

    /// <summary>Gives the handlers the memory of the request's user.</summary>
    /// <param name="input">The input.</param>
    /// <param name="memory">The memory.</param>
    public static void SetMemory(this HandlerInput input, UserMemory memory) =>
        input.Attributes.RequestAttributes[MemoryAttribute] = memory;

    /// <summary>What makes the answer to the request.</summary>
    /// <param name="input">The input.</param>
    /// <returns>The reply.</returns>
    public static Reply Reply(this HandlerInput input) => (Reply)input.Attributes.RequestAttributes[ReplyAttribute]!;

    /// <summary>Gives the handlers what makes the answer to the request.</summary>
    /// <param name="input">The input.</param>
    /// <param name="reply">The reply.</param>
    public static void SetReply(this HandlerInput input, Reply reply) => input.Attributes.RequestAttributes[ReplyAttribute] = reply;
}
