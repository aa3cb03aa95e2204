using System.Text;
using System.Text.Json.Nodes;
using LocalEmulator;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;
using static SkillFunction.Tests.Fakes.AlexaJson;

namespace SkillFunction.Tests.Screens;

public sealed class MatchScreenTests : IAsyncLifetime
{
    private const string Render = "Alexa.Presentation.APL.RenderDocument";
    private const int MaxResponseBytes = 24 * 1024;

    private readonly MemoryStore store = new();
    private TestSkill skill = null!;

    public async ValueTask InitializeAsync() => skill = await TestSkill.StartAsync(store: store);

    public ValueTask DisposeAsync() => skill.DisposeAsync();

    [Theory]
    [InlineData("en-US", "Pet Match", "Otterhound", "a large guard dog with high energy", "Find another dog")]
    [InlineData("de-DE", "Haustier-Finder", "Otterhound", "ein großer, lebhafter Schutzhund", "Noch einen Hund finden")]
    public async Task A_match_is_shown(string locale, string title, string breed, string wish, string button)
    {
        var talk = await MatchedAsync(locale);

        var data = talk.Directive(Render)!["datasources"]!["petMatch"]!;
        data.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldBe($$"""{"title":"{{title}}","breed":"{{breed}}","wish":"{{wish}}","button":"{{button}}"}""");
        Encoding.UTF8.GetByteCount(talk.Last.ToJsonString()).ShouldBeLessThan(MaxResponseBytes / 3);
    }

    [Fact]
    public async Task The_last_match_is_shown_again()
    {
        var talk = await MatchedAsync("en-US");

        await talk.SayAsync(MemoryJson.LastMatch);

        talk.Directive(Render)!["datasources"]!["petMatch"]!["breed"]!.GetValue<string>().ShouldBe("Otterhound");
        talk.Last["response"]!["card"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_is_let_go_has_no_button_to_touch()
    {
        var talk = new Talk(skill);

        await talk.SayAsync(MemoryJson.Otterhound);

        talk.Directive(Render)!["datasources"]!["petMatch"]!["button"]!.GetValue<string>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Display":{} }""")]
    [InlineData("null")]
    public async Task A_device_without_APL_gets_speech_and_card_alone(string interfaces)
    {
        var request = MemoryJson.Otterhound.Replace("""{"Alexa.Presentation.APL":{} }""", interfaces, StringComparison.Ordinal);

        var response = (await skill.AskAsync(request))["response"]!;

        response["directives"].ShouldBeNull();
        response["card"].ShouldNotBeNull();
        response["outputSpeech"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_touch_of_the_button_goes_on_to_another_dog()
    {
        var talk = await MatchedAsync("en-US");

        await talk.SayAsync(Request("Alexa.Presentation.APL.UserEvent", "\"token\":\"match\",\"arguments\":[\"another\"]"));

        talk.Speech.ShouldBe("Gladly! What kind of dog would you like? You can also just say: find a pet.");
        talk.Reprompt.ShouldNotBeEmpty();
        talk.Directive("Dialog.ElicitSlot").ShouldBeNull();
        skill.Hits.Count.ShouldBe(1);
    }

    [Fact]
    public void The_document_binds_what_the_datasource_has_and_fits_every_shape()
    {
        var document = File.ReadAllText(Repository.Find("src", "SkillFunction", "Screens", "match.json"));
        foreach (var text in new[] { "title", "breed", "wish", "button" })
        {
            document.ShouldContain($$"""${payload.petMatch.{{text}}}""");
        }

        var resources = JsonNode.Parse(document)!["resources"]!.AsArray();
        resources.Select(resource => (string?)resource!["when"]).ShouldBe(
            [
                null,
                "${viewport.width < 800 || viewport.height < 480}",
                "${viewport.shape == 'round'}",
                "${viewport.width >= 1200 && viewport.height >= 700}",
            ]);
        resources.ShouldAllBe(resource => resource!["dimensions"]!.AsObject().Count == 6);
    }

    private async Task<Talk> MatchedAsync(string locale)
    {
        var talk = new Talk(skill, locale);
        await talk.SayAsync(Request("LaunchRequest"));
        await talk.SayAsync(MemoryJson.Otterhound);
        return talk;
    }
}
