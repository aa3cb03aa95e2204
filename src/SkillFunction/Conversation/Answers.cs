using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Analytics;
using SkillFunction.Breeds;
using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>The skill's answers: what is said, and whether the conversation goes on.</summary>
internal static class Answers
{
    /// <summary>Welcomes and says what the skill can do.</summary>
    public static ResponseEnvelope Welcome() => Open(Speech.Welcome, Speech.Invitation);

    /// <summary>Explains how the skill is used.</summary>
    public static ResponseEnvelope Help() => Open(Speech.Help, Speech.Invitation);

    /// <summary>Did not understand.</summary>
    public static ResponseEnvelope Fallback() => Open(Speech.Fallback, Speech.Invitation);

    /// <summary>Ends the conversation.</summary>
    public static ResponseEnvelope Goodbye() => Close(Speech.Goodbye);

    /// <summary>Cannot read the request.</summary>
    public static ResponseEnvelope Unreadable() => Close(Speech.Unreadable);

    /// <summary>Is not the skill that was called.</summary>
    public static ResponseEnvelope ForeignSkill() => Close(Speech.ForeignSkill);

    /// <summary>Failed.</summary>
    public static ResponseEnvelope Apology() => Close(Speech.Apology);

    /// <summary>Refuses to look for a mythical creature.</summary>
    public static ResponseEnvelope Refuse() => Open(Speech.Refusal, Speech.Invitation);

    /// <summary>Asks for a slot: which of several values is meant, or for one that is known.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="intent">The intent as it stands.</param>
    public static ResponseEnvelope Ask(SpokenSlot slot, Intent? intent)
    {
        var question = slot.IsAmbiguous ? Speech.WhichOne(slot.Meanings) : Speech.Question(slot.Name);
        return new ResponseBuilder()
            .Speak(slot.IsUnknown ? $"{Speech.NotKnown(slot.Name)} {question}" : question)
            .Reprompt(question)
            .ElicitSlot(slot.Name, intent)
            .Build();
    }

    /// <summary>Tells what the look-up came to.</summary>
    /// <param name="finding">What it came to.</param>
    /// <param name="slots">What was wanted.</param>
    public static ResponseEnvelope Result(BreedFinding finding, PetMatchSlots slots)
    {
        var wish = Speech.Wish(slots.Size.Value!, slots.Temperament.Value!, slots.Energy.Value!);
        return finding switch
        {
            { Outcome: Outcome.Match, Breed: { } breed } => new ResponseBuilder()
                .Speak((slots.IsNoDog ? $"{Speech.OnlyDogs} " : "") + Speech.Match(breed, wish))
                .SimpleCard(Speech.CardTitle, Speech.Match(breed, wish))
                .EndSession()
                .Build(),
            { Outcome: Outcome.NoMatch } => GoOn(Speech.NoMatch(wish)),
            _ => Close(Speech.LookupFailed),
        };
    }

    /// <summary>Welcomes a user of whom something is known.</summary>
    /// <param name="profile">What is known.</param>
    public static ResponseEnvelope WelcomeBack(Profile profile) => GoOn(Speech.WelcomeBack(profile.Name, profile.LastMatch));

    /// <summary>Greets somebody who has told a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="memory">How long it is known.</param>
    public static ResponseEnvelope Greet(string name, string memory) => GoOn($"{Speech.Greeting(name)} {memory}");

    /// <summary>Did not hear a name.</summary>
    public static ResponseEnvelope AskName() => Open(Speech.NoName, Speech.NoName);

    /// <summary>Asks whether to forget the user; the question stays open for the next request.</summary>
    public static ResponseEnvelope AskWhetherToForget() => new ResponseBuilder()
        .Speak(Speech.SureToForget)
        .Reprompt(Speech.SureToForget)
        .SessionAttributes(OpenQuestion.ForgetMe)
        .Build();

    /// <summary>Says something and goes on to the next dog.</summary>
    /// <param name="text">What to say.</param>
    public static ResponseEnvelope GoOn(string text) => Open($"{text} {Speech.Invitation}", Speech.Invitation);

    private static ResponseEnvelope Open(string text, string reprompt) => new ResponseBuilder().Speak(text).Reprompt(reprompt).Build();

    private static ResponseEnvelope Close(string text) => new ResponseBuilder().Speak(text).EndSession().Build();
}
