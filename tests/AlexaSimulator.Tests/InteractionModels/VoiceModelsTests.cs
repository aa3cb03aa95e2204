using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests.InteractionModels;

public sealed class VoiceModelsTests : IDisposable
{
    private readonly TemporaryFolder folder = new("models-");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_models_of_a_folder_are_known_by_their_locales()
    {
        Models.All.Locales.ShouldBe(["de-DE", "en-GB", "en-US"]);
        Models.All.Of("de-DE").ShouldBeSameAs(Models.All.Of("de-DE"));
        Models.All.Of("de-DE").LanguageCode.ShouldBe("de");
    }

    [Fact]
    public void A_locale_without_a_model_is_refused() =>
        Should.Throw<SimulatorException>(() => Models.All.Of("fr-FR")).Message.ShouldEndWith("it has de-DE, en-GB, en-US.");

    [Fact]
    public void A_folder_without_models_is_refused()
    {
        Should.Throw<SimulatorException>(() => new VoiceModels(folder.Path)).Message.ShouldContain("holds no interaction model");
        Should.Throw<SimulatorException>(() => new VoiceModels(folder.Find("absent"))).Message.ShouldContain("There is no folder");
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("null", "holds no interaction model")]
    [InlineData("{}", "line 1")]
    public void A_broken_model_is_named_with_its_place(string text, string place)
    {
        var path = folder.Find("en-US.json");
        File.WriteAllText(path, text);

        var error = Should.Throw<SimulatorException>(() => new VoiceModels(folder.Path).Of("en-US"));

        error.Message.ShouldStartWith(path);
        error.Message.ShouldContain(place);
    }

    [Theory]
    [InlineData("what does a small dog eat", "small", "{size}", "dog")]
    [InlineData("remind me", "me")]
    public void What_is_not_understood_is_near_samples_with_its_words(string said, params string[] words)
    {
        var near = Models.Of("en-US").NearestSamples(said, 5);

        near.Count.ShouldBe(5);
        near.ShouldBeUnique();
        near.ShouldAllBe(sample => words.Any(word => sample.Contains(word, StringComparison.OrdinalIgnoreCase)), string.Join("; ", near));
    }

    [Fact]
    public void The_nearest_sample_comes_first()
    {
        Models.Of("en-US").NearestSamples("please do forget me", 3)[0].ShouldBe("please forget me");
        Models.Of("en-US").NearestSamples("qwertz", 3).ShouldBeEmpty();
    }
}
