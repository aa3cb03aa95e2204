using AlexaSkill.Dispatch;
using AlexaSkill.Responses;
using SkillFunction.Phrases;
using SkillFunction.Screens;

namespace SkillFunction.Conversation;

/// <summary>Leads through the conversation: helps where it stands, and takes a yes, a no, a touch or a goodbye.</summary>
internal static class GuideHandler
{
    /// <summary>Explains what the open question is about, and asks it again.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Help(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.Ask(reply.Topic, reply.Voice.Say(Phrase.Help(reply.Topic.Question))).Build();
    }

    /// <summary>Did not understand, and asks the open question again.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Fallback(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.Topic.Question == Questions.Start
            ? reply.Open(reply.Topic, reply.Voice.Say(Phrase.FallbackAtStart), reply.Voice.Say(Phrase.Question(Questions.Start))).Build()
            : reply.Ask(reply.Topic, reply.Voice.Say(Phrase.Fallback)).Build();
    }

    /// <summary>Looks for another dog after a yes, or from the beginning.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope StartAgain(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.Ask(Topic.Dialog(PetMatchSlots.Nothing), reply.Voice.Say(Phrase.Again)).Build();
    }

    /// <summary>Forgets nobody after a no.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Keep(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.GoOn(reply.Voice.Say(Phrase.Kept)).Build();
    }

    /// <summary>Takes a yes where one of several things had to be chosen.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Insist(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.Ask(reply.Topic, reply.Voice.Say(Phrase.PleaseChoose)).Build();
    }

    /// <summary>Takes a no where one of several things had to be chosen: none of them may suit, and nobody has to go on.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Concede(HandlerInput input)
    {
        var reply = input.Reply();
        var (topic, voice) = (reply.Topic, reply.Voice);
        var next = topic.Wish is { } wish ? Topic.Dialog(wish.Without(topic.Question)) : topic.GoOn();
        return reply.Ask(next, voice.Say(Phrase.NoMatter)).Build();
    }

    /// <summary>Says once more what was said last.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Repeat(HandlerInput input) => input.Reply().Repeat().Build();

    /// <summary>Looks for another dog where the screen's button was touched.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Touch(HandlerInput input)
    {
        var reply = input.Reply();
        return MatchScreen.IsAnother(input.Request) ? reply.Ask(Topic.Start, reply.Voice.Say(Phrase.Again)).Build() : AskAgain(input);
    }

    /// <summary>Asks the open question again, after what has no meaning for the skill.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope AskAgain(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.Ask(reply.Topic, "").Build();
    }

    /// <summary>Ends the conversation.</summary>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Goodbye(HandlerInput input)
    {
        var reply = input.Reply();
        return Reply.Close(reply.Voice.Say(Phrase.Goodbye)).Build();
    }
}
