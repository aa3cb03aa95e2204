using AlexaSkill.Responses;
using SkillFunction.Phrases;
using SkillFunction.Screens;

namespace SkillFunction.Conversation;

/// <summary>Leads through the conversation: helps where it stands, and takes a yes, a no, a touch or a goodbye.</summary>
/// <param name="random">Chooses among the variants of what is said.</param>
internal sealed class GuideHandler(Random random)
{
    /// <summary>Explains what the open question is about, and asks it again.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public ResponseEnvelope Help(HandlerInput input)
    {
        var reply = new Reply(input.Envelope, random);
        return reply.Ask(reply.Topic, reply.Voice.Say(Phrase.Help(reply.Topic.Question))).Build();
    }

    /// <summary>Did not understand, and asks the open question again.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public ResponseEnvelope Fallback(HandlerInput input)
    {
        var reply = new Reply(input.Envelope, random);
        return reply.Topic.Question == Questions.Start
            ? Reply.Open(reply.Topic, reply.Voice.Say(Phrase.FallbackAtStart), reply.Voice.Say(Phrase.Question(Questions.Start))).Build()
            : reply.Ask(reply.Topic, reply.Voice.Say(Phrase.Fallback)).Build();
    }

    /// <summary>Looks for another dog after a yes.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public ResponseEnvelope StartAgain(HandlerInput input)
    {
        var reply = new Reply(input.Envelope, random);
        return reply.Ask(Topic.Dialog(), reply.Voice.Say(Phrase.Again)).Build();
    }

    /// <summary>Forgets nobody after a no.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public ResponseEnvelope Keep(HandlerInput input)
    {
        var reply = new Reply(input.Envelope, random);
        return reply.GoOn(reply.Voice.Say(Phrase.Kept)).Build();
    }

    /// <summary>Takes what the user did to the screen; a dialog cannot be opened by a touch, a question can be asked.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public ResponseEnvelope Touch(HandlerInput input)
    {
        var reply = new Reply(input.Envelope, random);
        return MatchScreen.IsAnother(input.Envelope.Request)
            ? reply.Ask(Topic.Start, reply.Voice.Say(Phrase.Again)).Build()
            : ResponseEnvelope.Empty;
    }

    /// <summary>Ends the conversation.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The answer.</returns>
    public ResponseEnvelope Goodbye(HandlerInput input)
    {
        var reply = new Reply(input.Envelope, random);
        return Reply.Close(reply.Voice.Say(Phrase.Goodbye)).Build();
    }
}
