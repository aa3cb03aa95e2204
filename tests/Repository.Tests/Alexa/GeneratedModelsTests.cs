namespace Repository.Tests.Alexa;

/// <summary>The interaction models come from tools/interaction-models.</summary>
public sealed class GeneratedModelsTests
{
    private const int MaxModelBytes = 1_500_000; // Alexa: an interaction model

    private const int MaxValueLength = 140; // Alexa: characters of a slot value or synonym

    private static readonly string[] Endings = ["", "e", "er", "en", "es", "em"];

    public static TheoryData<string> Locales => [.. InteractionModel.Locales];

    [Fact]
    public async Task The_models_are_what_the_generator_writes()
    {
        var script = Checkout.Find("tools", "interaction-models", "build.mjs");
        var run = await ProgramRun.RunAsync("node", [script, "--check"], cancellationToken: TestContext.Current.CancellationToken);

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void A_model_keeps_within_the_limits_of_alexa(string locale)
    {
        var model = InteractionModel.Read(locale).LanguageModel;

        new FileInfo(Checkout.Find("alexa", "interactionModels", "custom", $"{locale}.json")).Length.ShouldBeLessThan(MaxModelBytes);
        model.Types.SelectMany(type => type.Values).SelectMany(value => value.Phrases).ShouldAllBe(phrase => phrase.Length <= MaxValueLength);
    }

    [Fact]
    public void English_locales_share_one_model() =>
        Checkout.Read("alexa", "interactionModels", "custom", "en-GB.json").ShouldBe(
            Checkout.Read("alexa", "interactionModels", "custom", "en-US.json"));

    /// <summary>Alexa does not know that "kleinen" is a form of "klein".</summary>
    [Theory]
    [InlineData("size", "winzig", "klein", "mittelgroß", "groß", "riesig", "sehr klein")]
    [InlineData("temperament", "kinderlieb", "freundlich", "wachsam")]
    [InlineData("energy", "ruhig", "faul", "ausgeglichen", "verspielt", "lebhaft", "sportlich")]
    [InlineData("shedding", "kurzhaarig", "langhaarig")]
    public void German_adjectives_have_all_their_endings(string type, params string[] adjectives)
    {
        foreach (var adjective in adjectives)
        {
            var phrases = InteractionModel.Read("de-DE").Values(type).Select(value => value.Phrases).Single(words => words.Contains(adjective));
            Endings.ShouldAllBe(ending => phrases.Contains(adjective + ending));
        }
    }
}
