using System.Text;
using AlexaSimulator.Sessions;
using AlexaSkill.Requests;

namespace AlexaSimulator.Tests.Sessions;

public sealed class AlexaAnswerTests
{
    private const string Intent = "IntentRequest";
    private const string Elicit = """{"type":"Dialog.ElicitSlot","slotToElicit":"size"}""";
    private const string Apl = """{"type":"Alexa.Presentation.APL.RenderDocument"}""";
    private const string Entities = """{"type":"Dialog.UpdateDynamicEntities"}""";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"response\":")]
    [InlineData("{\"version\":\"1.0\"}")]
    public void What_is_no_response_is_not_taken_for_one(string text) =>
        Read(text, Intent).Problem.ShouldNotBeNull();

    [Theory]
    [InlineData("<speak>Tom &amp; Jerry <break time=\"1s\"/> bark.</speak>", "Tom & Jerry bark.")]
    [InlineData("<speak><p>One.</p><p>Two.</p></speak>", "One. Two.")]
    [InlineData("<speak><sub alias=\"aluminum\">Al</sub>, <amazon:effect name=\"whispered\">psst</amazon:effect></speak>", "aluminum, psst")]
    [InlineData("<speak>\n  many   <emphasis>big</emphasis> dogs <audio src=\"https://example.com/a.mp3\"/></speak>", "many big dogs")]
    [InlineData("<sub alias=\"one\">1</sub><sub alias=\"two\">2</sub>", "one two")]
    [InlineData("<sub alias=\"one\">1</sub><break/>two", "one two")]
    [InlineData("5<sub alias=\"miles\">mi</sub>.", "5 miles.")]
    [InlineData("<sub alias=\"one\"/>,<sub alias=\"two\"><emphasis>2</emphasis></sub>", "one,two")]
    [InlineData("<p>one</p>two", "one two")]
    [InlineData("two<s>three</s>four", "two three four")]
    public void Ssml_is_heard_as_words(string ssml, string words) => SpokenText.Plain(ssml).ShouldBe(words);

    [Theory]
    [InlineData("<speak>fish & chips</speak>")]
    [InlineData("<speak>open")]
    [InlineData("<speak><sub alias=\"one\"><b>1</sub></speak>")]
    [InlineData("<!DOCTYPE x []><speak>hi</speak>")]
    public void Broken_ssml_is_not_heard(string ssml) => SpokenText.Plain(ssml).ShouldBeNull();

    [Fact]
    public void Cards_and_screens_are_told_in_one_line()
    {
        var answer = Read("""
            {"response":{"card":{"type":"Standard","title":"Pet Match","text":"A Boxer.\nHigh energy."},
             "directives":[{"type":"Alexa.Presentation.APL.RenderDocument",
               "document":{"mainTemplate":{"items":[{"type":"Text","text":"${payload.breed.name}"}]}},
               "datasources":{"breed":{"type":"object","name":"Boxer","hint":"high energy"}}}]}}
            """, Intent);

        answer.Card.ShouldBe("Pet Match: A Boxer. High energy.");
        answer.Screen.ShouldBe("Boxer | high energy");
        answer.Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData(Intent, Elicit, null)]
    [InlineData("LaunchRequest", Elicit, null)]
    [InlineData(Intent, Entities + "," + Elicit, null)]
    [InlineData("Connections.Response", Apl + "," + Entities, null)]
    [InlineData(Intent, Elicit + "," + Apl, "it has Alexa.Presentation.APL.RenderDocument beside Dialog.ElicitSlot, and no other")]
    [InlineData(Intent, Apl + """,{"type":"Dialog.Delegate"}""", "it has Alexa.Presentation.APL.RenderDocument beside Dialog.Delegate, and no other")]
    [InlineData(Intent, Elicit + """,{"type":"Dialog.Delegate"}""", "it has Dialog.Delegate beside Dialog.ElicitSlot")]
    [InlineData(Intent, Elicit + "," + Elicit, "it has Dialog.ElicitSlot 2 times")]
    [InlineData("Connections.Response", Elicit, "it has Dialog.ElicitSlot in answer to Connections.Response")]
    [InlineData("Alexa.Presentation.APL.UserEvent", Elicit, "it has Dialog.ElicitSlot in answer to Alexa.Presentation.APL.UserEvent")]
    [InlineData("SessionResumedRequest", """{"type":"Dialog.Delegate"}""", "it has Dialog.Delegate in answer to SessionResumedRequest")]
    [InlineData("SessionEndedRequest", Elicit, "it has Dialog.ElicitSlot in answer to SessionEndedRequest")]
    public void A_dialog_directive_is_taken_alone_and_in_answer_to_a_launch_or_an_intent(string requestType, string directives, string? refusal)
    {
        var problem = Read($"{{\"response\":{{\"directives\":[{directives}]}}}}", requestType).Problem;

        (problem is not null).ShouldBe(refusal is not null, problem);
        (problem ?? "").ShouldStartWith(refusal ?? "");
    }

    [Theory]
    [InlineData("""{"card":{"type":"LinkAccount"}}""", "LinkAccount", null)]
    [InlineData("""{"directives":[{"type":"Alexa.Presentation.APL.RenderDocument","document":{"text":"Hello"}}]}""", null, "Hello")]
    [InlineData("""{"directives":[{"type":"Alexa.Presentation.APL.RenderDocument"}]}""", null, "an APL document")]
    [InlineData("{}", null, null)]
    public void What_has_no_text_is_told_by_its_kind(string response, string? card, string? screen)
    {
        var answer = Read($"{{\"response\":{response}}}", Intent);

        (answer.Card, answer.Screen).ShouldBe((card, screen));
    }

    private static AlexaAnswer Read(string response, string requestType) => AlexaAnswer.Read(
        RequestEnvelope.Read(Encoding.UTF8.GetBytes($"{{\"request\":{{\"type\":\"{requestType}\"}}}}")), Encoding.UTF8.GetBytes(response));
}
