using AlexaSkill.Responses;
using Analytics;
using SkillFunction.Breeds;
using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>What the skill makes of one PetMatchIntent request.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Outcome">What the hit calls it.</param>
/// <param name="ElicitedSlot">The slot that is asked for next.</param>
/// <param name="Finding">What the look-up came to, where one was made.</param>
/// <param name="Match">What was recommended, to be remembered.</param>
internal sealed record Turn(
    ResponseEnvelope Response, Outcome Outcome, string? ElicitedSlot = null, BreedFinding? Finding = null, LastMatch? Match = null);
