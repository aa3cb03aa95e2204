using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace SkillFunction.Conversation;

/// <summary>Tells Alexa whether the skill could serve somebody who did not name it. Nothing is done, said or recorded.</summary>
internal static class FulfillmentHandler
{
    // Wishes that the interaction model takes and that no breed is chosen by.
    private static readonly HashSet<string> Unheeded = ["shedding", "comparison", "amount", "units"];

    /// <summary>Answers a CanFulfillIntentRequest.</summary>
    /// <returns>Yes where every slot that was said can be served, maybe where only some can, no for all else.</returns>
    public static ResponseEnvelope Answer(HandlerInput input) =>
        new ResponseBuilder().CanFulfill(Judge(input.Request.Intent)).Build();

    private static CanFulfillIntent Judge(Intent? intent)
    {
        if (intent?.Name != PetMatchHandler.IntentName)
        {
            return new CanFulfillIntent(Fulfillment.No);
        }

        var slots = PetMatchSlots.Read(intent, PetMatchSlots.Nothing);
        var answers = slots.All.Where(slot => slot.IsSaid).ToDictionary(slot => slot.Name, Judge);
        foreach (var (key, slot) in intent.Slots ?? new Dictionary<string, Slot>())
        {
            if (slot.Spoken is not null && !PetMatchSlots.Names.Contains(slot.Name ?? key))
            {
                answers[key] = new CanFulfillSlot(Fulfillment.Yes, Unheeded.Contains(key) ? Fulfillment.No : Fulfillment.Yes);
            }
        }

        return new CanFulfillIntent(Judge(slots, answers.Values), answers.Count > 0 ? answers : null);
    }

    private static CanFulfillSlot Judge(SpokenSlot slot) => slot switch
    {
        { IsUnknown: true } => new CanFulfillSlot(Fulfillment.No, Fulfillment.No),
        { Name: PetMatchSlots.PetName } =>
            new CanFulfillSlot(Fulfillment.Yes, slot.Value == Vocabulary.Dog ? Fulfillment.Yes : Fulfillment.No),
        _ => new CanFulfillSlot(slot.IsAmbiguous ? Fulfillment.Maybe : Fulfillment.Yes, Fulfillment.Yes),
    };

    private static string Judge(PetMatchSlots slots, IEnumerable<CanFulfillSlot> answers)
    {
        if (slots.IsMythical || slots.IsNoDog)
        {
            return Fulfillment.No;
        }

        return answers.All(answer => answer is { CanUnderstand: Fulfillment.Yes, CanFulfill: Fulfillment.Yes })
            ? Fulfillment.Yes
            : Fulfillment.Maybe;
    }
}
