using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Responses;

public sealed class ReadResponsesTests
{
    private static readonly Intent Intent = new("OrderIntent", "NONE", new Dictionary<string, Slot> { ["size"] = new("size", "big", null, null, null, null) });

    public static TheoryData<ResponseEnvelope> Responses =>
    [
        ResponseEnvelope.Empty,
        new ResponseBuilder().Speak("Salt & pepper?").Reprompt("Well?").Build(),
        new ResponseBuilder().Speak("Bye.").EndSession().Build(),
        new ResponseBuilder().ElicitSlot("size", Intent).Build(),
        new ResponseBuilder().ConfirmSlot("size", Intent).Build(),
        new ResponseBuilder().ConfirmIntent(Intent).Build(),
        new ResponseBuilder().Delegate().Build(),
        new ResponseBuilder().RenderDocument("t", JsonElement.Parse("""{"type":"APL"}"""), new JsonObject { ["a"] = 1 }).Build(),
        new ResponseBuilder().AddDirective(new CustomDirective(JsonElement.Parse("""{"url":"u","type":"AudioPlayer.Play"}"""))).Build(),
        new ResponseBuilder().AddDirective(new CompleteTaskDirective(new ConnectionStatus("200", "done"), null)).Build(),
        new ResponseBuilder().ReplaceDynamicEntities(new DynamicSlotType("names", [new(null, new("Rex", ["Rexi"]))])).Build(),
        new ResponseEnvelope(null, new Response(Card: new StandardCard("Title", "Text", new CardImage("https://small", null)))),
        new ResponseEnvelope(null, new Response(Card: new PermissionsCard(["alexa::profile:name:read"]))),
        new ResponseEnvelope(null, new Response(CanFulfillIntent: new CanFulfillIntent("YES", new Dictionary<string, CanFulfillSlot> { ["size"] = new("YES", "NO") }))),
        new ResponseEnvelope(new Dictionary<string, JsonElement> { ["open"] = JsonElement.Parse("[1]") }, new Response()),
    ];

    [Theory]
    [MemberData(nameof(Responses))]
    public void What_is_written_reads_as_the_same(ResponseEnvelope response)
    {
        var json = response.ToUtf8Json();

        var read = ResponseEnvelope.Read(json);

        read.ToUtf8Json().ShouldBe(json);
        (read.Response.Directives ?? []).Select(directive => directive.GetType())
            .ShouldBe((response.Response.Directives ?? []).Select(directive => directive.GetType()));
    }

    [Fact]
    public void Other_skills_order_their_properties_as_they_like_and_speak_plain_text()
    {
        var read = Read("""
            {"response":{"directives":[{"slotToElicit":"size","type":"Dialog.ElicitSlot"}],"card":{"title":"T","content":"C","type":"Simple"},
            "outputSpeech":{"text":"Salt & pepper?","type":"PlainText"}}}
            """).Response;

        read.Directives.ShouldBe([new ElicitSlotDirective("size", null)]);
        read.Card.ShouldBe(new SimpleCard("T", "C"));
        read.OutputSpeech.ShouldBe(new OutputSpeech("<speak>Salt &amp; pepper?</speak>"));
    }

    [Theory]
    [InlineData("", "stopped at $.")]
    [InlineData("null", "no object with a response")]
    [InlineData("{}", "no object with a response")]
    [InlineData("""{"response":{"directives":[7]}}""", "$.response.directives")]
    [InlineData("""{"response":{"directives":[{"type":7}]}}""", "$.response.directives")]
    [InlineData("""{"response":{"card":{"type":"Flying","text":"secret"}}}""", "$.response.card")]
    [InlineData("""{"response":{"outputSpeech":{"type":"SSML"}}}""", "$.response.outputSpeech")]
    public void What_Alexa_would_refuse_is_refused_by_its_place(string json, string place)
    {
        var refused = Should.Throw<UnreadableResponseException>(() => Read(json));

        refused.Message.ShouldContain(place);
        refused.Message.ShouldNotContain("secret");
    }

    private static ResponseEnvelope Read(string json) => ResponseEnvelope.Read(Encoding.UTF8.GetBytes(json));
}
