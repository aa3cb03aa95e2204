using AlexaSkill.Dispatch;
using AlexaSkill.Responses;
using SkillFunction.Phrases;
using SkillFunction.Screens;

namespace SkillFunction.Conversation;

/// <summary>Leads through the conversation: helps where it stands, and takes a yes, a no, a touch or a goodbye.</summary>
internal static class GuideHandler
{
    /// <summary>Explains what the open question is about, and asks it again.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Help(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.Ask(reply.Topic, reply.Voice.Say(Phrase.Help(reply.Topic.Question))).Build();
    }

    /// <summary>Did not understand, and asks the open question again.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Fallback(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.Topic.Question == Questions.Start
            ? reply.Open(reply.Topic, reply.Voice.Say(Phrase.FallbackAtStart), reply.Voice.Say(Phrase.Question(Questions.Start))).Build()
            : reply.Ask(reply.Topic, reply.Voice.Say(Phrase.Fallback)).Build();
    }

    /// <summary>Looks for another dog after a yes.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope StartAgain(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.Ask(Topic.Dialog(), reply.Voice.Say(Phrase.Again)).Build();
    }

    /// <summary>Forgets nobody after a no.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Keep(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.GoOn(reply.Voice.Say(Phrase.Kept)).Build();
    }

    /// <summary>Looks for another dog where the screen's button was touched.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Touch(HandlerInput input)
    {
        var reply = input.Reply();
        return MatchScreen.IsAnother(input.Request) ? reply.Ask(Topic.Start, reply.Voice.Say(Phrase.Again)).Build() : Repeat(input);
    }

    /// <summary>Asks the open question again, after what has no meaning for the skill.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Repeat(HandlerInput input)
    {
        var reply = input.Reply();
        return reply.Ask(reply.Topic, "").Build();
    }

    /// <summary>Ends the conversation.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public static ResponseEnvelope Goodbye(HandlerInput input)
    {
        var reply = input.Reply();
        return Reply.Close(reply.Voice.Say(Phrase.Goodbye)).Build();
    }
}
