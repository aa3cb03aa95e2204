using System.Text;
using System.Text.Json;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using FsCheck;
using FsCheck.Fluent;

namespace AlexaSkill.Tests.Responses;

public sealed class ResponseBuilderTests
{
    [Fact]
    public void Nothing_is_a_valid_response()
    {
        const string Expected = """{"version":"1.0","response":{}}""";

        Json(new ResponseBuilder()).ShouldBe(Expected);
        Encoding.UTF8.GetString(ResponseEnvelope.Empty.ToUtf8Json()).ShouldBe(Expected);
    }

    [Fact]
    public void Speech_and_a_card_end_the_session() =>
        Json(new ResponseBuilder().Speak("It's Rock & Roll").SimpleCard("Tom's", "<raw> & \"said\" – für Ömer").EndSession()).ShouldBe(
            """
            {"version":"1.0","response":{"outputSpeech":{"ssml":"<speak>It's Rock &amp; Roll</speak>","type":"SSML"},
            "card":{"type":"Simple","title":"Tom's","content":"<raw> & \"said\" – für Ömer"},"shouldEndSession":true}}
            """.ReplaceLineEndings(""));

    [Fact]
    public void A_reprompt_keeps_the_session_open() =>
        Json(new ResponseBuilder().Reprompt("Still there?")).ShouldBe(
            """
            {"version":"1.0","response":{"reprompt":{"outputSpeech":{"ssml":"<speak>Still there?</speak>","type":"SSML"}},
            "shouldEndSession":false}}
            """.ReplaceLineEndings(""));

    [Fact]
    public void Speech_with_markup_of_its_own_goes_out_as_it_is() =>
        Json(new ResponseBuilder().SpeakSsml("One <break time='1s'/> &amp; two", "ENQUEUE")).ShouldBe(
            """
            {"version":"1.0","response":{"outputSpeech":{"ssml":"<speak>One <break time='1s'/> &amp; two</speak>","playBehavior":"ENQUEUE",
            "type":"SSML"}}}
            """.ReplaceLineEndings(""));

    [Fact]
    public void A_reprompt_with_markup_of_its_own_keeps_the_session_open() =>
        Json(new ResponseBuilder().RepromptSsml("<speak>Still <emphasis>there</emphasis>?</speak>")).ShouldBe(
            """
            {"version":"1.0","response":{"reprompt":{"outputSpeech":{"ssml":"<speak>Still <emphasis>there</emphasis>?</speak>","type":"SSML"}},
            "shouldEndSession":false}}
            """.ReplaceLineEndings(""));

    [Fact]
    public void A_session_that_is_left_to_Alexa_is_neither_ended_nor_kept_open() =>
        Json(new ResponseBuilder().EndSession().LeaveSessionToAlexa()).ShouldBe("""{"version":"1.0","response":{}}""");

    [Fact]
    public void Delegation_needs_no_intent() =>
        Json(new ResponseBuilder().Delegate()).ShouldBe(
            """{"version":"1.0","response":{"directives":[{"type":"Dialog.Delegate"}],"shouldEndSession":false}}""");

    [Fact]
    public void Eliciting_sends_the_intent_back_as_it_came()
    {
        var intentJson = """
            {"name":"PetMatchIntent","confirmationStatus":"NONE","slots":{
            "size":{"name":"size","value":"mini","confirmationStatus":"NONE","source":"USER","resolutions":{"resolutionsPerAuthority":[
            {"authority":"a","status":{"code":"ER_SUCCESS_MATCH"},"values":[{"value":{"name":"small","id":"s"}}]}]}},
            "energy":{"name":"energy","slotValue":{"type":"List","values":[{"type":"Simple","value":"low"}]}}}}
            """.ReplaceLineEndings("");
        var intent = RequestEnvelope.Read(Encoding.UTF8.GetBytes($$"""{"request":{"intent":{{intentJson}} } }""")).Request.Intent;

        Json(new ResponseBuilder().ElicitSlot("size", intent)).ShouldBe(
            """{"version":"1.0","response":{"directives":[{"type":"Dialog.ElicitSlot","slotToElicit":"size","updatedIntent":"""
            + intentJson
            + """}],"shouldEndSession":false}}""");
    }

    [Fact]
    public void Session_attributes_go_out_as_they_came_in()
    {
        var envelope = RequestEnvelope.Read("""{"session":{"attributes":{"a":[1,null],"ä":"it's"}}}"""u8);

        Json(new ResponseBuilder().SessionAttributes(envelope.Session!.Attributes)).ShouldBe(
            """{"version":"1.0","sessionAttributes":{"a":[1,null],"ä":"it's"},"response":{}}""");
    }

    [Fact]
    public void Every_response_is_valid_JSON_whatever_is_said() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => Speech(text ?? "").StartsWith("<speak>", StringComparison.Ordinal))
            .Check(Config.QuickThrowOnFailure.WithReplay(20261121, 1));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Speech("a\uD83Db").ShouldBe("<speak>a\uFFFDb</speak>");

    private static string Speech(string text)
    {
        using var json = JsonDocument.Parse(new ResponseBuilder().Speak(text).SimpleCard(text, text).Build().ToUtf8Json());
        return json.RootElement.GetProperty("response").GetProperty("outputSpeech").GetProperty("ssml").GetString()!;
    }

    private static string Json(ResponseBuilder builder) => Encoding.UTF8.GetString(builder.Build().ToUtf8Json());
}
