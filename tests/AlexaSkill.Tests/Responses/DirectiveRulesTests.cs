using System.Text;
using System.Text.Json;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Responses;

public sealed class DirectiveRulesTests
{
    private static readonly JsonElement Document = JsonElement.Parse("{}");

    [Theory]
    [InlineData(RequestTypes.Launch)]
    [InlineData(RequestTypes.Intent)]
    public void A_question_goes_out_without_a_picture(string requestType)
    {
        var response = new ResponseBuilder().Speak("Which tea?").RenderDocument("token", Document).ClearDynamicEntities()
            .ElicitSlot("tea").ExecuteCommands("token", Document).AddDirective(Custom("Alexa.Presentation.APLA.RenderDocument")).Build();

        Types(response, requestType).ShouldBe([typeof(UpdateDynamicEntitiesDirective), typeof(ElicitSlotDirective)]);
    }

    [Theory]
    [InlineData(RequestTypes.AplUserEvent)]
    [InlineData(RequestTypes.ConnectionsResponse)]
    [InlineData(RequestTypes.SessionResumed)]
    [InlineData("Alexa.Of.Next.Year")]
    [InlineData(null)]
    public void Where_there_is_no_dialog_the_picture_stays_and_the_words_ask(string? requestType)
    {
        foreach (var ask in new Func<ResponseBuilder, ResponseBuilder>[]
        {
            builder => builder.ElicitSlot("tea"), builder => builder.ConfirmSlot("tea"), builder => builder.ConfirmIntent(),
            builder => builder.Delegate(), builder => builder.AddDirective(Custom("Dialog.OfNextYear")),
        })
        {
            var response = ask(new ResponseBuilder().Speak("Which tea?").Reprompt("Which?").RenderDocument("token", Document)).Build();

            Types(response, requestType).ShouldBe([typeof(RenderDocumentDirective)]);
            var fit = Fit(response, requestType).Response;
            (fit.OutputSpeech, fit.Reprompt, fit.ShouldEndSession).ShouldBe(
                (response.Response.OutputSpeech, response.Response.Reprompt, false));
        }

        Fit(new ResponseBuilder().Speak("Which tea?").ElicitSlot("tea").Build(), requestType).Response.Directives.ShouldBeNull();
    }

    [Fact]
    public void What_Alexa_takes_is_left_alone()
    {
        foreach (var builder in new[]
        {
            new ResponseBuilder().Speak("Hi"),
            new ResponseBuilder().RenderDocument("token", Document).ClearDynamicEntities().AddDirective(Custom("AudioPlayer.Stop")),
        })
        {
            var response = builder.Build();
            Fit(response, RequestTypes.AplUserEvent).ShouldBeSameAs(response);
        }
    }

    [Fact]
    public void Two_questions_at_once_are_a_mistake_that_is_told()
    {
        var response = new ResponseBuilder().ElicitSlot("tea").Delegate().Build();

        Should.Throw<InvalidOperationException>(() => Fit(response, RequestTypes.Intent)).Message.ShouldContain("2 Dialog directives");
    }

    private static IEnumerable<Type> Types(ResponseEnvelope response, string? requestType) =>
        Fit(response, requestType).Response.Directives!.Select(directive => directive.GetType());

    private static ResponseEnvelope Fit(ResponseEnvelope response, string? requestType)
    {
        var type = requestType is null ? "null" : $"\"{requestType}\"";
        return DirectiveRules.Fit(response, RequestEnvelope.Read(Encoding.UTF8.GetBytes($$"""{"session":{},"request":{"type":{{type}} } }""")));
    }

    private static CustomDirective Custom(string type) => new(JsonElement.Parse($$"""{"type":"{{type}}"}"""));
}
