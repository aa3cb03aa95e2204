using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace AlexaSkill.Responses;

/// <summary>
/// Builds a response step by step; of several calls for one thing the last one counts, directives add up. What Alexa does not take together
/// is left out when the response goes out: see <see cref="DirectiveRules"/> and <see cref="ResponseLimits"/>.
/// </summary>
public sealed class ResponseBuilder
{
    private readonly List<Directive> directives = [];
    private IReadOnlyDictionary<string, JsonElement>? sessionAttributes;
    private OutputSpeech? speech;
    private Reprompt? reprompt;
    private Card? card;
    private CanFulfillIntent? canFulfillIntent;
    private bool? shouldEndSession;

    /// <summary>Says something.</summary>
    /// <param name="text">Plain text; it is escaped and its white space tidied.</param>
    /// <param name="playBehavior"><c>ENQUEUE</c>, <c>REPLACE_ALL</c> or <c>REPLACE_ENQUEUED</c>; null leaves it to Alexa.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder Speak(string text, string? playBehavior = null)
    {
        speech = new OutputSpeech(Ssml.Speak(text), playBehavior);
        return this;
    }

    /// <summary>Says something that has markup of its own.</summary>
    /// <param name="ssml">SSML, with or without <c>&lt;speak&gt;</c> around it; texts in it come from <see cref="Ssml.Escape"/>.</param>
    /// <param name="playBehavior"><c>ENQUEUE</c>, <c>REPLACE_ALL</c> or <c>REPLACE_ENQUEUED</c>; null leaves it to Alexa.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="FormatException">It is not well-formed.</exception>
    public ResponseBuilder SpeakSsml(string ssml, string? playBehavior = null)
    {
        speech = new OutputSpeech(Ssml.Document(ssml), playBehavior);
        return this;
    }

    /// <summary>Keeps the session open and says something if the user stays silent.</summary>
    /// <param name="text">Plain text; it is escaped and its white space tidied.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder Reprompt(string text) => Reprompt(new OutputSpeech(Ssml.Speak(text)));

    /// <summary>Keeps the session open and says something that has markup of its own if the user stays silent.</summary>
    /// <param name="ssml">SSML, with or without <c>&lt;speak&gt;</c> around it; texts in it come from <see cref="Ssml.Escape"/>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="FormatException">It is not well-formed.</exception>
    public ResponseBuilder RepromptSsml(string ssml) => Reprompt(new OutputSpeech(Ssml.Document(ssml)));

    /// <summary>Shows a card of plain text in the Alexa app.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="content">Its text.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder SimpleCard(string title, string content) => Show(new SimpleCard(title, content));

    /// <summary>Shows a card of plain text and a picture in the Alexa app.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="text">Its text.</param>
    /// <param name="image">Its picture; null = none.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder StandardCard(string title, string text, CardImage? image = null) => Show(new StandardCard(title, text, image));

    /// <summary>Asks the user in the Alexa app to link an account.</summary>
    /// <returns>This builder.</returns>
    public ResponseBuilder LinkAccountCard() => Show(new LinkAccountCard());

    /// <summary>Asks the user in the Alexa app for permissions.</summary>
    /// <param name="permissions">The permissions' scopes, such as <c>alexa::profile:email:read</c>.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder PermissionsCard(params IReadOnlyList<string> permissions) => Show(new PermissionsCard(permissions));

    /// <summary>Keeps the session open and lets Alexa ask for the next slot.</summary>
    /// <param name="updatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder Delegate(Intent? updatedIntent = null) => Ask(new DelegateDirective(updatedIntent));

    /// <summary>Keeps the session open and takes the user's next words as a value of one slot.</summary>
    /// <param name="slot">The slot's name.</param>
    /// <param name="updatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder ElicitSlot(string slot, Intent? updatedIntent = null) => Ask(new ElicitSlotDirective(slot, updatedIntent));

    /// <summary>Keeps the session open and takes the user's next words as a yes or no to one slot's value.</summary>
    /// <param name="slot">The slot's name.</param>
    /// <param name="updatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder ConfirmSlot(string slot, Intent? updatedIntent = null) => Ask(new ConfirmSlotDirective(slot, updatedIntent));

    /// <summary>Keeps the session open and takes the user's next words as a yes or no to all that the intent holds.</summary>
    /// <param name="updatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder ConfirmIntent(Intent? updatedIntent = null) => Ask(new ConfirmIntentDirective(updatedIntent));

    /// <summary>Gives slot types further values for the rest of the session, in the place of those they were given before.</summary>
    /// <param name="types">The slot types and their values.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder ReplaceDynamicEntities(params IReadOnlyList<DynamicSlotType> types) =>
        AddDirective(new UpdateDynamicEntitiesDirective("REPLACE", types));

    /// <summary>Takes away all values that slot types were given in the session.</summary>
    /// <returns>This builder.</returns>
    public ResponseBuilder ClearDynamicEntities() => AddDirective(new UpdateDynamicEntitiesDirective("CLEAR", null));

    /// <summary>
    /// Shows a document; only for a request whose <see cref="RequestEnvelope.SupportsApl"/> is true. It is left out beside a Dialog directive.
    /// </summary>
    /// <param name="token">Names the document, for commands and for what the user does to it.</param>
    /// <param name="document">The APL document.</param>
    /// <param name="datasources">The data that the document is bound to; null = none.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder RenderDocument(string token, JsonElement document, JsonObject? datasources = null) =>
        AddDirective(new RenderDocumentDirective(token, document, datasources));

    /// <summary>Runs commands on the document that is shown.</summary>
    /// <param name="token">The document's token.</param>
    /// <param name="commands">The APL commands, a list.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder ExecuteCommands(string token, JsonElement commands) =>
        AddDirective(new ExecuteCommandsDirective(token, commands));

    /// <summary>Asks Alexa to do something.</summary>
    /// <param name="directive">What to do; a <see cref="CustomDirective"/> for what this library has no type for.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder AddDirective(Directive directive)
    {
        directives.Add(directive);
        return this;
    }

    /// <summary>Answers a CanFulfillIntentRequest, which takes nothing else.</summary>
    /// <param name="answer">Whether the skill could serve the request.</param>
    /// <returns>This builder.</returns>
    public ResponseBuilder CanFulfill(CanFulfillIntent answer)
    {
        canFulfillIntent = answer;
        return this;
    }

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
    public ResponseBuilder EndSession() => SetEnd(true);

    /// <summary>Keeps the session open and listens.</summary>
    /// <returns>This builder.</returns>
    public ResponseBuilder KeepSessionOpen() => SetEnd(false);

    /// <summary>Leaves it to Alexa whether the session goes on, as where a document of the Alexa Presentation Language stays on the screen.</summary>
    /// <returns>This builder.</returns>
    public ResponseBuilder LeaveSessionToAlexa() => SetEnd(null);

    /// <summary>The response.</summary>
    /// <returns>What was built so far.</returns>
    public ResponseEnvelope Build() => new(
        sessionAttributes,
        new Response(speech, card, reprompt, directives.Count > 0 ? [.. directives] : null, shouldEndSession, canFulfillIntent));

    private ResponseBuilder Reprompt(OutputSpeech text)
    {
        reprompt = new Reprompt(text);
        return KeepSessionOpen();
    }

    private ResponseBuilder Show(Card shown)
    {
        card = shown;
        return this;
    }

    private ResponseBuilder Ask(Directive directive) => AddDirective(directive).KeepSessionOpen();

    private ResponseBuilder SetEnd(bool? end)
    {
        shouldEndSession = end;
        return this;
    }
}
