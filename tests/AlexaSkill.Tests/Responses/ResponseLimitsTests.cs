using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AlexaSkill.Responses;
using FsCheck;
using FsCheck.Fluent;

namespace AlexaSkill.Tests.Responses;

public sealed class ResponseLimitsTests
{
    private static readonly JsonElement Document = JsonElement.Parse("""{"type":"APL"}""");

    [Fact]
    public void What_fits_stays_as_it_is()
    {
        var envelope = new ResponseBuilder().Speak("Hi").Reprompt("Still there?").SimpleCard("a", "b").RenderDocument("t", Document).Build();

        Json(ResponseLimits.Fit(envelope)).ShouldBe(Json(envelope));
    }

    [Fact]
    public void Speech_and_reprompt_are_shortened_to_whole_sentences()
    {
        var text = string.Concat(Enumerable.Repeat("A dog & a cat met. ", 600));
        var response = ResponseLimits.Fit(new ResponseBuilder().Speak(text).Reprompt(text).Build()).Response;

        foreach (var ssml in new[] { response.OutputSpeech!.Ssml, response.Reprompt!.OutputSpeech.Ssml })
        {
            ssml.Length.ShouldBeInRange(ResponseLimits.MaxSpeechLength - 40, ResponseLimits.MaxSpeechLength);
            XDocument.Parse(ssml).Root!.Value.ShouldEndWith(" A dog & a cat met.");
        }
    }

    [Fact]
    public void A_card_is_shortened()
    {
        var text = new string('a', ResponseLimits.MaxCardLength);

        ResponseLimits.Fit(new ResponseBuilder().SimpleCard("T", text).Build()).Response.Card
            .ShouldBeOfType<SimpleCard>().Content.Length.ShouldBe(ResponseLimits.MaxCardLength - 1);
        var standard = ResponseLimits.Fit(new ResponseBuilder().StandardCard(text, text, new CardImage("https://s", "https://l")).Build())
            .Response.Card.ShouldBeOfType<StandardCard>();
        (standard.Title.Length + standard.Text.Length + "https://shttps://l".Length).ShouldBe(ResponseLimits.MaxCardLength);
        standard.Text.Length.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(1_000, 1_000, 1_000, true, true)]
    [InlineData(15_000, 7_000, 4_000, false, true)]
    [InlineData(1_000, 1_000, 30_000, true, false)]
    [InlineData(20_000, 7_000, 7_000, false, false)]
    public void What_is_optional_goes_where_the_whole_is_too_large(int session, int card, int apl, bool hasCard, bool hasApl)
    {
        var attributes = new Dictionary<string, JsonElement> { ["a"] = JsonElement.Parse($"\"{new string('s', session)}\"") };
        var envelope = new ResponseBuilder()
            .Speak("Hi")
            .SimpleCard("T", new string('c', card))
            .RenderDocument("t", Document, new JsonObject { ["text"] = new string('x', apl) })
            .Delegate()
            .SessionAttributes(attributes)
            .Build();

        var fitting = ResponseLimits.Fit(envelope);

        fitting.ToUtf8Json().Length.ShouldBeLessThanOrEqualTo(ResponseLimits.MaxBytes);
        fitting.SessionAttributes.ShouldBe(attributes);
        fitting.Response.OutputSpeech.ShouldBe(envelope.Response.OutputSpeech);
        (fitting.Response.Card is not null).ShouldBe(hasCard);
        fitting.Response.Directives!.Select(directive => directive.GetType()).ShouldBe(
            hasApl ? [typeof(RenderDocumentDirective), typeof(DelegateDirective)] : [typeof(DelegateDirective)]);
    }

    [Fact]
    public void Speech_of_many_bytes_is_shortened_further()
    {
        var text = string.Concat(Enumerable.Repeat("犬は好きですか。 ", 1_000));
        var fitting = ResponseLimits.Fit(new ResponseBuilder().Speak(text).Reprompt(text).Build());

        fitting.ToUtf8Json().Length.ShouldBeInRange(ResponseLimits.MaxBytes / 4, ResponseLimits.MaxBytes);
        XDocument.Parse(fitting.Response.OutputSpeech!.Ssml).Root!.Value.ShouldEndWith("犬は好きですか。");
        fitting.Response.Reprompt.ShouldNotBeNull();
    }

    [Fact]
    public void Cards_that_ask_for_something_are_kept()
    {
        var huge = new JsonObject { ["text"] = new string('x', ResponseLimits.MaxBytes) };

        ResponseLimits.Fit(new ResponseBuilder().LinkAccountCard().RenderDocument("t", Document, huge).Build())
            .Response.ShouldBe(new Response(Card: new LinkAccountCard()));
    }

    [Fact]
    public void What_cannot_fit_is_told_with_its_sizes()
    {
        var attributes = new Dictionary<string, JsonElement> { ["a"] = JsonElement.Parse($"\"{new string('x', 30_000)}\"") };

        var failure = Should.Throw<ResponseTooLargeException>(
            () => ResponseLimits.Fit(new ResponseBuilder().Speak("Hi").SessionAttributes(attributes).Build()));

        failure.SessionAttributesBytes.ShouldBeInRange(30_000, 30_050);
        failure.Bytes.ShouldBeGreaterThan(failure.SessionAttributesBytes);
        failure.Message.ShouldContain("24000");
    }

    [Fact]
    public void No_response_of_plain_parts_exceeds_the_limits() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string?>(),
            ArbMap.Default.ArbFor<PositiveInt>(),
            (text, times) =>
            {
                var much = string.Concat(Enumerable.Repeat($"{text}. 犬&🐶 ", times.Get * 50));
                var fitting = ResponseLimits.Fit(new ResponseBuilder().Speak(much).Reprompt(much).SimpleCard(much, much).Build());
                return fitting.ToUtf8Json().Length <= ResponseLimits.MaxBytes
                    && fitting.Response.OutputSpeech!.Ssml.Length <= ResponseLimits.MaxSpeechLength
                    && XDocument.Parse(fitting.Response.OutputSpeech.Ssml).Root!.Name == "speak";
            })
            .Check(Config.QuickThrowOnFailure.WithReplay(20261121, 1));

    private static string Json(ResponseEnvelope envelope) => Encoding.UTF8.GetString(envelope.ToUtf8Json());
}
