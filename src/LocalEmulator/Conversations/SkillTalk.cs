using AlexaSimulator.InteractionModels;
using AlexaSkill.Requests;
using Analytics;
using SlotValue = AlexaSimulator.InteractionModels.SlotValue;

namespace LocalEmulator.Conversations;

/// <summary>What is said to a skill: its interaction models, and what users say beyond them.</summary>
internal sealed class SkillTalk(SkillDefinition skill)
{
    private readonly bool isPetMatch = skill == SkillDefinition.PetMatch;
    private readonly Lazy<VoiceModels> models =
        new(() => skill == SkillDefinition.PetMatch ? PetMatchTalk.Models : new VoiceModels(Repository.Find(skill.ModelsFolder)));

    /// <summary>The intent of the hits.</summary>
    public string Intent => skill.HitIntent;

    /// <summary>Whether a skill writes a hit for a request.</summary>
    public static bool IsHit(SkillDefinition skill, RequestEnvelope request) =>
        request.Request is { Type: RequestTypes.Intent, Intent: { } intent } && intent.Name == skill.HitIntent;

    /// <summary>The model of a locale; of another one where the skill does not speak it.</summary>
    public VoiceModel Model(string locale) =>
        models.Value.Of(models.Value.Locales.Contains(locale) ? locale : models.Value.Locales[0]);

    /// <summary>The slots for which users may say words that nobody knows.</summary>
    public IReadOnlyList<string> Slots(VoiceModel model) =>
        isPetMatch ? PetMatchTalk.Slots : [.. model.Intent(Intent)!.AllSlots.Select(slot => slot.Name)];

    /// <summary>Words that users say for a slot and no value knows; none for a skill of which that is not known.</summary>
    public IReadOnlyList<string> Unknown(string language, string slot) => isPetMatch ? PetMatchTalk.Unknown(language, slot) : [];

    /// <summary>One of a slot's values, as often as users mean it.</summary>
    public SlotValue Pick(IReadOnlyList<SlotValue> values, string slot, Chance chance) =>
        isPetMatch && slot == PetMatchTalk.Pet ? values[PetMatchTalk.PickPet(chance)] : chance.Pick(values);
}
