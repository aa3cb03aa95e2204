using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Responses;

public sealed class DirectivesTests
{
    private const string IntentJson = """{"name":"OrderIntent","confirmationStatus":"NONE","slots":{"size":{"name":"size","value":"big"}}}""";

    private static readonly Intent Intent =
        RequestEnvelope.Read(Encoding.UTF8.GetBytes($$"""{"request":{"intent":{{IntentJson}} } }""")).Request.Intent!;

    [Fact]
    public void Every_dialog_directive_keeps_the_session_open_and_takes_the_intent_along()
    {
        Written(new ResponseBuilder().Delegate(Intent)).ShouldBe(
            $$"""{"directives":[{"type":"Dialog.Delegate","updatedIntent":{{IntentJson}}}],"shouldEndSession":false}""");
        Written(new ResponseBuilder().ElicitSlot("size", Intent)).ShouldBe(
            """{"directives":[{"type":"Dialog.ElicitSlot","slotToElicit":"size","updatedIntent":"""
            + IntentJson + """}],"shouldEndSession":false}""");
        Written(new ResponseBuilder().ConfirmSlot("size", Intent)).ShouldBe(
            """{"directives":[{"type":"Dialog.ConfirmSlot","slotToConfirm":"size","updatedIntent":"""
            + IntentJson + """}],"shouldEndSession":false}""");
        Written(new ResponseBuilder().ConfirmIntent(Intent)).ShouldBe(
            $$"""{"directives":[{"type":"Dialog.ConfirmIntent","updatedIntent":{{IntentJson}}}],"shouldEndSession":false}""");
        Written(new ResponseBuilder().ConfirmIntent()).ShouldBe(
            """{"directives":[{"type":"Dialog.ConfirmIntent"}],"shouldEndSession":false}""");
    }

    [Fact]
    public void A_dialog_is_handed_to_conversations_and_back() =>
        Written(new ResponseBuilder().AddDirective(new DelegateRequestDirective(
            "AMAZON.Conversations",
            new DelegationPeriod("EXPLICIT_RETURN"),
            JsonElement.Parse("""{"type":"Dialog.InputRequest","input":{"name":"start"}}""")))).ShouldBe(
            """{"directives":[{"type":"Dialog.DelegateRequest","target":"AMAZON.Conversations","period":{"until":"EXPLICIT_RETURN"},"""
            + """ "updatedRequest":{"type":"Dialog.InputRequest","input":{"name":"start"}}}]}""".TrimStart());

    [Fact]
    public void Slot_types_get_further_values_and_lose_them()
    {
        var rex = new DynamicValue("r", new DynamicName("Rex", ["Rexi"]));
        var bello = new DynamicValue(null, new DynamicName("Bello"));

        Written(new ResponseBuilder().ReplaceDynamicEntities(new DynamicSlotType("names", [rex, bello]))).ShouldBe(
            """{"directives":[{"type":"Dialog.UpdateDynamicEntities","updateBehavior":"REPLACE","types":[{"name":"names","values":["""
            + """{"id":"r","name":{"value":"Rex","synonyms":["Rexi"]}},{"name":{"value":"Bello"}}]}]}]}""");
        Written(new ResponseBuilder().ClearDynamicEntities()).ShouldBe(
            """{"directives":[{"type":"Dialog.UpdateDynamicEntities","updateBehavior":"CLEAR"}]}""");
    }

    [Fact]
    public void A_document_is_shown_and_commanded()
    {
        var builder = new ResponseBuilder()
            .RenderDocument("t", JsonElement.Parse("""{"type":"APL","version":"2023.3"}"""), new JsonObject { ["breed"] = "Chow & Co" })
            .ExecuteCommands("t", JsonElement.Parse("""[{"type":"Idle","delay":50}]"""));

        Written(builder).ShouldBe(
            """{"directives":[{"type":"Alexa.Presentation.APL.RenderDocument","token":"t","document":{"type":"APL","version":"2023.3"},"""
            + """ "datasources":{"breed":"Chow & Co"}},{"type":"Alexa.Presentation.APL.ExecuteCommands","token":"t",""".TrimStart()
            + """ "commands":[{"type":"Idle","delay":50}]}]}""".TrimStart());
    }

    [Fact]
    public void Others_are_asked_to_do_something()
    {
        var builder = new ResponseBuilder()
            .AddDirective(new SendRequestDirective("Buy", new JsonObject { ["id"] = 7 }, "t"))
            .AddDirective(new StartConnectionDirective("connection://AMAZON.PrintPDF/1", [], null, "SEND_ERRORS_ONLY"))
            .AddDirective(new CompleteTaskDirective(new ConnectionStatus("200", "done"), null));

        Written(builder).ShouldBe(
            """{"directives":[{"type":"Connections.SendRequest","name":"Buy","payload":{"id":7},"token":"t"},"""
            + """{"type":"Connections.StartConnection","uri":"connection://AMAZON.PrintPDF/1","input":{},"onCompletion":"SEND_ERRORS_ONLY"},"""
            + """{"type":"Tasks.CompleteTask","status":{"code":"200","message":"done"}}]}""");
    }

    [Fact]
    public void What_has_no_type_here_goes_out_as_it_stands() =>
        Written(new ResponseBuilder().AddDirective(new CustomDirective(JsonElement.Parse("""{"type":"AudioPlayer.Stop"}"""))).EndSession())
            .ShouldBe("""{"directives":[{"type":"AudioPlayer.Stop"}],"shouldEndSession":true}""");

    [Fact]
    public void A_directive_says_what_Alexa_calls_it()
    {
        new ElicitSlotDirective("size", null).Type.ShouldBe("Dialog.ElicitSlot");
        new ExecuteCommandsDirective("t", default).Type.ShouldBe("Alexa.Presentation.APL.ExecuteCommands");
        new CustomDirective(JsonElement.Parse("""{"type":"AudioPlayer.Stop"}""")).Type.ShouldBe("AudioPlayer.Stop");
        new CustomDirective(JsonElement.Parse("""{"type":7}""")).Type.ShouldBe("");
        new CustomDirective(default).Type.ShouldBe("");
    }

    private static string Written(ResponseBuilder builder)
    {
        var envelope = Encoding.UTF8.GetString(builder.Build().ToUtf8Json());
        return envelope[envelope.IndexOf("{\"directives\"", StringComparison.Ordinal)..^1];
    }
}
