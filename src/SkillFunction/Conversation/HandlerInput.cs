using AlexaSkill.Requests;
using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>What a handler answers.</summary>
/// <param name="Envelope">The request.</param>
/// <param name="Memory">What is remembered of its user.</param>
internal sealed record HandlerInput(RequestEnvelope Envelope, UserMemory Memory);
