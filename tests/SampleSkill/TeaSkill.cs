using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace SampleSkill;

/// <summary>Takes orders of tea.</summary>
public static class TeaSkill
{
    public static Skill Create(SkillId skillId) => new(new SkillOptions
    {
        SkillId = skillId,
        Handlers =
        [
            Match.Launch.To(_ => new ResponseBuilder().Speak("Welcome. Which tea would you like?").Reprompt("Which tea?").Build()),
            Match.Intent("OrderTeaIntent").To(Order),
            Match.Intent(IntentNames.Stop, IntentNames.Cancel).To(_ => new ResponseBuilder().Speak("Bye!").EndSession().Build()),
            Match.AnyIntent.To(_ => new ResponseBuilder().Speak("We have only tea. Which one would you like?").Reprompt("Which tea?").Build()),
            Match.Any.To(_ => ResponseEnvelope.Empty),
        ],
    });

    private static ResponseEnvelope Order(HandlerInput input) => input.Slot("tea") switch
    {
        { Match: { } tea } => new ResponseBuilder()
            .Speak($"{input.Slot("cups")?.Number ?? 1} times {tea.Name}, coming up.")
            .SimpleCard("Tea Stall", tea.Name!)
            .EndSession()
            .Build(),
        { Spoken: { } said } => new ResponseBuilder().Speak($"We don't have {said}. Which tea?").ElicitSlot("tea", input.Request.Intent).Build(),
        _ => new ResponseBuilder().Speak("Which tea would you like?").ElicitSlot("tea", input.Request.Intent).Build(),
    };
}
