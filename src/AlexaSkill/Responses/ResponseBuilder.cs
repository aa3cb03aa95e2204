using System.Text.Json;
using AlexaSkill.Requests;

namespace AlexaSkill.Responses;

/// <summary>Builds a response step by step; of several calls of one method the last one counts.</summary>
public sealed class ResponseBuilder
{
    private readonly List<Directive> directives = [];
    private IReadOnlyDictionary<string, JsonElement>? sessionAttributes;
    private OutputSpeech? speech;
    private Reprompt? reprompt;
    private Card? card;
    private bool? shouldEndSession;

    /// <summary>Says something.</summary>
    /// <param name="text">Plain text; it is escaped and its white space tidied.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder Speak(string text)
    {
        speech = new OutputSpeech(Ssml.Speak(text));
        return this;
    }

    /// <summary>Keeps the session open and says something if the user stays silent.</summary>
    /// <param name="text">Plain text; it is escaped and its white space tidied.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder Reprompt(string text)
    {
        reprompt = new Reprompt(new OutputSpeech(Ssml.Speak(text)));
        shouldEndSession = false;
        return this;
    }

    /// <summary>Shows a card of plain text in the Alexa app.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="content">Its text.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder SimpleCard(string title, string content)
    {
        card = new Card(title, content);
        return this;
    }

    /// <summary>Keeps the session open and takes the user's next words as a value of one slot.</summary>
    /// <param name="slot">The slot's name.</param>
    /// <param name="updatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder ElicitSlot(string slot, Intent? updatedIntent = null) => InDialog(new ElicitSlotDirective(slot, updatedIntent));

    /// <summary>Keeps the session open and lets Alexa ask for the next slot.</summary>
    /// <param name="updatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder Delegate(Intent? updatedIntent = null) => InDialog(new DelegateDirective(updatedIntent));

    /// <summary>Sets what the session's next request shall bring back.</summary>
    /// <param name="attributes">All attributes; earlier ones that are not among them are forgotten.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder SessionAttributes(IReadOnlyDictionary<string, JsonElement>? attributes)
    {
        sessionAttributes = attributes;
        return this;
    }

    /// <summary>Ends the session.</summary>
    /// <returns>This builder.</returns>
    public ResponseBuilder EndSession()
    {
        shouldEndSession = true;
        return this;
    }

    /// <summary>The response.</summary>
    /// <returns>What was built so far.</returns>
    public ResponseEnvelope Build() =>
        new(sessionAttributes, new Response(speech, card, reprompt, directives.Count > 0 ? [.. directives] : null, shouldEndSession));

    private ResponseBuilder InDialog(Directive directive)
    {
        directives.Add(directive);
        shouldEndSession = false;
        return this;
    }
}
