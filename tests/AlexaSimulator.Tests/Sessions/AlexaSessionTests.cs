using System.Text;
using System.Text.Json;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using AlexaSkill.Requests;

namespace AlexaSimulator.Tests.Sessions;

public sealed class AlexaSessionTests
{
    private const string Delegate = """{"type":"Dialog.Delegate"}""";

    private static readonly FakeTimeProvider Time = new(DateTimeOffset.UnixEpoch);

    private readonly Spoken alexa = Session(Models.Of("en-US"));

    [Fact]
    public void A_dialog_is_asked_for_slot_by_slot_and_completed_by_alexa_herself()
    {
        var first = Json(alexa.Hear("find a pet"));
        first.GetProperty("session").GetProperty("new").GetBoolean().ShouldBeTrue();
        State(first).ShouldBe("STARTED");

        Answer(Delegate).Speech.ShouldBeOneOf(Prompts("Elicit.Slot.size"));
        var second = Json(alexa.Hear("something tiny"));
        second.GetProperty("session").GetProperty("new").GetBoolean().ShouldBeFalse();
        SessionId(second).ShouldBe(SessionId(first));
        State(second).ShouldBe("IN_PROGRESS");

        Answer(Delegate).Speech.ShouldBeOneOf(Prompts("Elicit.Slot.temperament"));
        alexa.Hear("a guard dog");
        Answer(Delegate).Speech.ShouldBeOneOf(Prompts("Elicit.Slot.energy"));
        State(Json(alexa.Hear("high energy"))).ShouldBe("IN_PROGRESS");
        var answer = Answer(Delegate);

        answer.Speech.ShouldBeNull();
        var last = Json(answer.Next!);
        State(last).ShouldBe("COMPLETED");
        (Value(last, "size"), Value(last, "temperament"), Value(last, "energy")).ShouldBe(("tiny", "guard dog", "high energy"));
        alexa.Take(Response("", end: true));
        alexa.State.ShouldBeNull();
    }

    [Fact]
    public void Who_says_everything_at_once_starts_a_dialog_that_is_complete_at_once()
    {
        State(Json(alexa.Hear("Alexa, ask pet match for a small family dog with low energy"))).ShouldBe("STARTED");

        State(Json(Answer(Delegate).Next!)).ShouldBe("COMPLETED");
    }

    [Fact]
    public void A_slot_that_the_skill_asks_for_is_answered_by_a_bare_word_and_keeps_its_resolutions()
    {
        alexa.Hear("a mini dog");
        Answer("""{"type":"Dialog.ElicitSlot","slotToElicit":"size"}""").Next.ShouldBeNull();
        var slot = Slot(Json(alexa.Hear("mini")), "size");

        slot.GetProperty("value").GetString().ShouldBe("mini");
        Ids(slot).ShouldBe(["tiny", "small"]);
        Ids(slot.GetProperty("slotValue")).ShouldBe(["tiny", "small"]);
    }

    [Fact]
    public void Words_that_no_value_knows_are_sent_without_a_match()
    {
        alexa.Hear("find a pet");
        Answer(Delegate);
        var slot = Slot(Json(alexa.Hear("as heavy as a pony")), "size");

        slot.GetProperty("value").GetString().ShouldBe("as heavy as a pony");
        var authority = slot.GetProperty("resolutions").GetProperty("resolutionsPerAuthority")[0];
        authority.GetProperty("status").GetProperty("code").GetString().ShouldBe("ER_SUCCESS_NO_MATCH");
        authority.TryGetProperty("values", out _).ShouldBeFalse();
    }

    [Fact]
    public void Numbers_and_names_are_sent_without_resolutions()
    {
        var amount = Slot(Json(alexa.Hear("I want a dog bigger than twenty five pounds")), "amount");
        var name = Slot(Json(alexa.Hear("my name is Anna")), "name");

        (amount.GetProperty("value").GetString(), name.GetProperty("value").GetString()).ShouldBe(("25", "Anna"));
        amount.TryGetProperty("resolutions", out _).ShouldBeFalse();
        name.TryGetProperty("resolutions", out _).ShouldBeFalse();
    }

    [Fact]
    public void An_updated_intent_changes_clears_and_keeps_slots()
    {
        alexa.Hear("a tiny family dog with low energy");
        var answer = Answer("""
            {"type":"Dialog.Delegate","updatedIntent":{"name":"PetMatchIntent","confirmationStatus":"NONE","slots":{
              "size":{"name":"size"},"energy":{"name":"energy","value":"high","confirmationStatus":"CONFIRMED"}}}}
            """);

        answer.Speech.ShouldBeOneOf(Prompts("Elicit.Slot.size"));
        var request = Json(alexa.Hear("huge"));
        (Value(request, "size"), Value(request, "temperament"), Value(request, "energy")).ShouldBe(("huge", "family dog", "high"));
        Slot(request, "energy").GetProperty("confirmationStatus").GetString().ShouldBe("CONFIRMED");
    }

    [Fact]
    public void What_the_skill_has_set_comes_back_with_its_value_alone_and_what_is_said_anew_is_resolved()
    {
        alexa.Hear("a mini dog");
        Answer("""
            {"type":"Dialog.ElicitSlot","slotToElicit":"size","updatedIntent":{"name":"PetMatchIntent","slots":{
              "size":{"name":"size","value":"mini","resolutions":{"resolutionsPerAuthority":[]}},"energy":{"name":"energy","value":"lazy"}}}}
            """);
        var request = Json(alexa.Hear("tiny"));

        Ids(Slot(request, "size")).ShouldBe(["tiny"]);
        Value(request, "energy").ShouldBe("lazy");
        Slot(request, "energy").TryGetProperty("resolutions", out _).ShouldBeFalse();
        Slot(request, "energy").GetProperty("slotValue").TryGetProperty("resolutions", out _).ShouldBeFalse();
        Ids(Slot(request, "pet")).ShouldBe(["dog"]);
    }

    [Fact]
    public void A_screen_beside_a_question_for_a_slot_is_refused_as_an_invalid_response()
    {
        alexa.Hear("a tiny dog");
        var answer = Answer("""{"type":"Dialog.ElicitSlot","slotToElicit":"energy"},{"type":"Alexa.Presentation.APL.RenderDocument"}""");

        answer.Problem.ShouldNotBeNull();
        var ended = Json(answer.Next!).GetProperty("request");
        ended.GetProperty("reason").GetString().ShouldBe("ERROR");
        ended.GetProperty("error").GetProperty("type").GetString().ShouldBe("INVALID_RESPONSE");
        ended.GetProperty("error").GetProperty("message").GetString().ShouldBe(answer.Problem);
        alexa.Take(Response(Delegate)).Problem.ShouldNotBeNull();
    }

    [Fact]
    public void The_skill_may_lead_from_one_intent_to_another()
    {
        alexa.Hear("help");
        Answer("""
            {"type":"Dialog.ElicitSlot","slotToElicit":"energy","updatedIntent":{"name":"PetMatchIntent","slots":{"size":{"value":"tiny"}}}}
            """);
        var request = Json(alexa.Hear("lazy"));

        request.GetProperty("request").GetProperty("intent").GetProperty("name").GetString().ShouldBe("PetMatchIntent");
        (Value(request, "size"), Value(request, "energy"), State(request)).ShouldBe(("tiny", "lazy", "IN_PROGRESS"));
    }

    [Fact]
    public void Another_intent_ends_the_dialog()
    {
        alexa.Hear("a tiny dog");
        Answer(Delegate);
        Json(alexa.Hear("help")).GetProperty("request").TryGetProperty("dialogState", out _).ShouldBeFalse();
        alexa.Take(Response(""));
        var request = Json(alexa.Hear("a guard dog"));

        State(request).ShouldBe("STARTED");
        Slot(request, "size").TryGetProperty("value", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("yes", "CONFIRMED")]
    [InlineData("no", "DENIED")]
    public void A_slot_or_an_intent_is_confirmed_or_denied(string said, string status)
    {
        alexa.Hear("a tiny dog");
        Answer("""{"type":"Dialog.ConfirmSlot","slotToConfirm":"size"}""");
        var slot = Json(alexa.Hear(said));
        Answer("""{"type":"Dialog.ConfirmIntent"}""");
        var intent = Json(alexa.Hear(said));

        Slot(slot, "size").GetProperty("confirmationStatus").GetString().ShouldBe(status);
        slot.GetProperty("request").GetProperty("intent").GetProperty("confirmationStatus").GetString().ShouldBe("NONE");
        intent.GetProperty("request").GetProperty("intent").GetProperty("confirmationStatus").GetString().ShouldBe(status);
    }

    [Fact]
    public void A_model_that_wants_confirmation_gets_it_and_asks_anew_for_what_is_denied()
    {
        var session = Session(Confirming);
        session.Hear("call ten");
        session.Take(Response(Delegate)).Speech.ShouldBe("Is it 10?");
        session.Hear("no");
        session.Take(Response(Delegate)).Speech.ShouldBe("Which number?");
        session.Hear("twelve");
        session.Take(Response(Delegate)).Speech.ShouldBe("Is it 12?");
        session.Hear("yes");
        session.Take(Response(Delegate)).Speech.ShouldBe("Shall I call 12 now?");
        session.Hear("no");
        var last = Json(session.Take(Response(Delegate)).Next!).GetProperty("request");

        last.GetProperty("dialogState").GetString().ShouldBe("COMPLETED");
        last.GetProperty("intent").GetProperty("confirmationStatus").GetString().ShouldBe("DENIED");
    }

    [Fact]
    public void Session_attributes_come_back_but_for_those_of_a_delegated_turn()
    {
        alexa.Hear("open pet match");
        alexa.Take(Response("", attributes: """{"turn":1}"""));
        Attributes(alexa.Hear("find a pet")).ShouldBe("""{"turn":1}""");
        alexa.Take(Response(Delegate, attributes: """{"turn":2}"""));
        Attributes(alexa.Hear("tiny")).ShouldBe("""{"turn":1}""");
        alexa.Take(Response("""{"type":"Dialog.ElicitSlot","slotToElicit":"size"}""", attributes: """{"turn":3}"""));
        Attributes(alexa.Hear("small")).ShouldBe("""{"turn":3}""");
        alexa.Take(Response(""));
        Attributes(alexa.Hear("small")).ShouldBeNull();
    }

    [Theory]
    [InlineData(Delegate, "help")]
    [InlineData("""{"type":"Dialog.ElicitSlot","slotToElicit":"colour"}""", "find a pet")]
    [InlineData("""{"type":"Dialog.ElicitSlot","slotToElicit":"size","updatedIntent":{"name":"NoIntent"}}""", "find a pet")]
    public void A_directive_that_makes_no_sense_ends_the_session_with_an_error(string directive, string said)
    {
        alexa.Hear(said);
        var answer = Answer(directive);

        answer.Problem.ShouldNotBeNull();
        EndReason(Json(answer.Next!)).ShouldBe("ERROR");
        alexa.Take(Response(""));
        alexa.State.ShouldBeNull();
    }

    [Fact]
    public void A_complete_dialog_is_not_delegated_again()
    {
        alexa.Hear("a tiny guard dog with high energy");
        Answer(Delegate).Next.ShouldNotBeNull();

        Answer(Delegate).Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"response":null}""")]
    [InlineData("""{"response":{"outputSpeech":{"type":"SSML","ssml":"<speak>fish & chips</speak>"}}}""")]
    public void A_response_that_alexa_can_not_take_ends_the_session(string response)
    {
        alexa.Hear("find a pet");

        alexa.Take(Encoding.UTF8.GetBytes(response)).Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("\"shouldEndSession\":true", false, false)]
    [InlineData("\"shouldEndSession\":false", false, true)]
    [InlineData("", false, false)]
    [InlineData("", true, true)]
    [InlineData("\"reprompt\":{\"outputSpeech\":{\"type\":\"PlainText\",\"text\":\"Well?\"}}", false, true)]
    public void A_session_ends_where_the_response_or_the_device_says_so(string response, bool screen, bool open)
    {
        var session = Session(Models.Of("en-US"), screen);
        session.Hear("open pet match");
        session.Take(Encoding.UTF8.GetBytes($"{{\"response\":{{{response}}}}}"));

        (session.State is not null).ShouldBe(open);
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("Quit!")]
    public void Some_words_end_the_session_without_asking_the_skill(string said)
    {
        alexa.Hear("open pet match");
        alexa.Take(Response(""));
        EndReason(Json(alexa.Hear(said))).ShouldBe("USER_INITIATED");
    }

    [Fact]
    public void Calling_the_skill_by_its_name_begins_a_new_session()
    {
        var first = Json(alexa.Hear("find a pet"));
        Answer(Delegate);
        var second = Json(alexa.Hear("open pet match"));

        second.GetProperty("session").GetProperty("new").GetBoolean().ShouldBeTrue();
        SessionId(second).ShouldNotBe(SessionId(first));
    }

    [Fact]
    public void A_german_dialog_has_german_prompts_and_english_ids()
    {
        var session = Session(Models.Of("de-DE"));
        var wish = Json(session.Hear("Alexa, frag Haustier-Finder nach einem kleinen Hund"));
        wish.GetProperty("request").GetProperty("locale").GetString().ShouldBe("de-DE");
        session.Take(Response(Delegate)).Speech.ShouldBeOneOf(Prompts("Elicit.Slot.temperament", "de-DE"));
        var slot = Slot(Json(session.Hear("einen Wachhund")), "temperament");

        Ids(slot).ShouldBe(["watch"]);
    }

    private static VoiceModel Confirming { get; } = new("en-US", new InteractionModel(
        new LanguageModel(
            "my phone",
            [
                new IntentModel("Call", ["call {n}"], [new SlotModel("n", "AMAZON.NUMBER")]),
                new IntentModel("AMAZON.YesIntent"),
                new IntentModel("AMAZON.NoIntent"),
            ]),
        new DialogModel(
        [
            new DialogIntent(
                "Call",
                [
                    new DialogSlot(
                        "n",
                        ElicitationRequired: true,
                        ConfirmationRequired: true,
                        new Dictionary<string, string> { ["elicitation"] = "which", ["confirmation"] = "is" }),
                ],
                ConfirmationRequired: true,
                new Dictionary<string, string> { ["confirmation"] = "now" }),
        ]),
        [
            Prompt("which", "Which number?"),
            Prompt("is", "Is it {n}?"),
            Prompt("now", "<speak>Shall I call {n} <emphasis>now</emphasis>?</speak>"),
        ]));

    private static Prompt Prompt(string id, string text) => new(id, [new PromptVariation("PlainText", text)]);

    private static Spoken Session(VoiceModel model, bool screen = false) =>
        new(new AlexaSession(model, new AlexaOptions { HasScreen = screen, Random = new Random(1), Time = Time }));

    private static ReadOnlyMemory<byte> Response(string directive, bool end = false, string attributes = "null")
    {
        var body = $"{{\"directives\":[{directive}],\"shouldEndSession\":{(end ? "true" : "false")}}}";
        return Encoding.UTF8.GetBytes($"{{\"sessionAttributes\":{attributes},\"response\":{body}}}");
    }

    private static string[] Prompts(string id, string locale = "en-US") =>
        [.. Models.Of(locale).Prompt(id).Select(prompt => prompt.Value)];

    private static string? SessionId(JsonElement request) => request.GetProperty("session").GetProperty("sessionId").GetString();

    private static string? EndReason(JsonElement request)
    {
        request.GetProperty("request").GetProperty("type").GetString().ShouldBe("SessionEndedRequest");
        return request.GetProperty("request").GetProperty("reason").GetString();
    }

    private static JsonElement Json(RequestEnvelope request) => JsonElement.Parse(request.ToUtf8Json());

    private static string? State(JsonElement request) => request.GetProperty("request").GetProperty("dialogState").GetString();

    private static JsonElement Slot(JsonElement request, string name) =>
        request.GetProperty("request").GetProperty("intent").GetProperty("slots").GetProperty(name);

    private static string? Value(JsonElement request, string slot) => Slot(request, slot).GetProperty("value").GetString();

    private static string? Attributes(RequestEnvelope request) =>
        Json(request).GetProperty("session").TryGetProperty("attributes", out var attributes) ? attributes.GetRawText() : null;

    private static IEnumerable<string?> Ids(JsonElement slot) => slot.GetProperty("resolutions").GetProperty("resolutionsPerAuthority")[0]
        .GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetProperty("id").GetString());

    private AlexaAnswer Answer(string directive) => alexa.Take(Response(directive));

    /// <summary>A session whose responses answer what was sent last.</summary>
    private sealed class Spoken(AlexaSession session)
    {
        private RequestEnvelope? sent;

        public SessionState? State => session.State;

        public RequestEnvelope Hear(string text) => sent = session.Hear(text);

        public AlexaAnswer Take(ReadOnlyMemory<byte> response)
        {
            var answer = session.Take(sent!, response);
            sent = answer.Next ?? sent;
            return answer;
        }
    }
}
