using AlexaSkill.Dispatch;
using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>What this skill's handlers find in their input beside what every skill's do.</summary>
internal static class HandlerInputExtensions
{
    /// <summary>What is remembered of the request's user.</summary>
    public static UserMemory Memory(this HandlerInput input) => input.Features.Get<UserMemory>();

    /// <summary>What makes the answer to the request.</summary>
    public static Reply Reply(this HandlerInput input) => input.Features.Get<Reply>();
}
