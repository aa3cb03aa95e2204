using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace SkillFunction.Tests.Fakes;

public sealed class ResponseRulesTests
{
    private const string Speech = """ "outputSpeech":{"type":"SSML","ssml":"<speak>Hi</speak>"} """;

    [Theory]
    [InlineData("IntentRequest", Speech, null)]
    [InlineData("IntentRequest", "", "it leaves the user in silence")]
    [InlineData("IntentRequest", """ "outputSpeech":{"type":"SSML","ssml":"<speak> </speak>"}""", "the speech is empty")]
    [InlineData("IntentRequest", Speech + ""","card":{"type":"Simple","title":"a","content":""}""", "the card is empty")]
    [InlineData("IntentRequest", Speech + ""","reprompt":{"outputSpeech":{"type":"SSML","ssml":"<speak>Hi</speak>"}}""",
        "there is a reprompt and the session ends")]
    [InlineData("IntentRequest", Speech + ""","directives":[]""", "there are no directives in the list")]
    [InlineData("IntentRequest", Speech + ""","directives":[{"type":"Dialog.Delegate"},{"type":"Dialog.ElicitSlot"}]""",
        "there are two dialog directives")]
    [InlineData("IntentRequest", Speech + ""","directives":[{"type":"Dialog.Delegate"}]""", "the skill asks its questions itself")]
    [InlineData("IntentRequest", Speech + ""","directives":[{"type":"Dialog.ElicitSlot"},{"type":"Alexa.Presentation.APL.RenderDocument"}]""",
        "there is a directive beside that of the dialog")]
    [InlineData("Connections.Response", Speech + ""","directives":[{"type":"Dialog.ElicitSlot"}]""", "there is no dialog to go on with")]
    [InlineData("IntentRequest", Speech + ""","directives":[{"type":"Alexa.Presentation.APL.RenderDocument"}]""", "the device has no APL")]
    [InlineData("IntentRequest", Speech + ""","more":1""", "more is unknown")]
    [InlineData("SessionEndedRequest", "", null)]
    [InlineData("SessionEndedRequest", Speech, "it speaks where nothing may be spoken")]
    [InlineData("CanFulfillIntentRequest", "", "it does not tell whether it can fulfill")]
    [InlineData("CanFulfillIntentRequest", """ "canFulfillIntent":{"canFulfill":"MAYBE"}""", null)]
    public void A_broken_rule_is_found(string type, string response, string? broken)
    {
        var request = RequestEnvelope.Read(Encoding.UTF8.GetBytes($$"""{"session":{},"request":{"type":"{{type}}"} }"""));

        ResponseRules.Broken(JsonNode.Parse($$"""{"version":"1.0","response":{ {{response}} } }""")!, request).ShouldBe(broken);
    }
}
