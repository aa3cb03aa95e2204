using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using SkillFunction.Memory;
using SkillFunction.Phrases;
using SkillFunction.Screens;

namespace SkillFunction.Conversation;

/// <summary>Makes the answer to one request: in the user's language, and from where the conversation stands.</summary>
internal sealed class Reply(RequestEnvelope envelope, JsonObject session, Topic topic, Random random)
{
    /// <summary>Speaks the user's language.</summary>
    public Voice Voice { get; } = new(PhraseBook.For(envelope.Request.Locale), random);

    /// <summary>Where the conversation stood before the request.</summary>
    public Topic Topic => topic;

    /// <summary>Says something and ends the session.</summary>
    public static ResponseBuilder Close(string text) => new ResponseBuilder().Speak(text).EndSession();

    /// <summary>Says something and goes on with what was being talked about.</summary>
    public ResponseBuilder GoOn(string text) => Ask(topic.GoOn(), text);

    /// <summary>Says something and asks a question. A slot is asked for by a directive, in words that the skill chooses.</summary>
    public ResponseBuilder Ask(Topic next, string text) => Open(next, $"{text} {Question(next)}", Question(next));

    /// <summary>Says something that asks for an answer by itself.</summary>
    public ResponseBuilder Open(Topic next, string text, string reprompt)
    {
        (next with { Said = text }).WriteTo(session);
        var response = new ResponseBuilder().Speak(text).Reprompt(reprompt);
        return PetMatchSlots.RequiredNames.Contains(next.Question)
            ? response.ElicitSlot(next.Question, (next.Wish ?? PetMatchSlots.Nothing).ToIntent())
            : response;
    }

    /// <summary>Says once more what was said last.</summary>
    public ResponseBuilder Repeat() => topic.Said is { } said ? Open(topic, said, Question(topic)) : Ask(topic, "");

    /// <summary>What a match is like, in words.</summary>
    public string WishOf(LastMatch match) => Voice.Wish(match.Size, match.Temperament, match.Energy);

    /// <summary>A match in short, such as "an Otterhound, a large guard dog with high energy".</summary>
    public string InShort(LastMatch match) => Voice.MatchInShort(match.Breed, WishOf(match));

    /// <summary>
    /// Shows a match on a card, and on the device if it has a screen and no slot is asked for: Alexa takes no document beside that question.
    /// </summary>
    public ResponseEnvelope Show(ResponseBuilder response, LastMatch match, string text, bool isOpen)
    {
        var title = Voice.Say(Phrase.Title);
        response.SimpleCard(title, text);
        if (envelope.SupportsApl)
        {
            var button = isOpen ? Voice.Say(Phrase.AnotherButton) : null;
            MatchScreen.Show(response, title, Voice.BreedName(match.Breed), WishOf(match), button);
        }

        return response.Build();
    }

    private string Question(Topic about) => about.Wish?.All.FirstOrDefault(slot => slot.Name == about.Question) is { IsAmbiguous: true } slot
        ? Voice.Say(Phrase.WhichOne, ("choices", Voice.Choice(slot.Name, slot.Meanings)))
        : Voice.Say(Phrase.Question(about.Question));
}
