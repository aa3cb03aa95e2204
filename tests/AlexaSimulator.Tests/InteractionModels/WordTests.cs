using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests.InteractionModels;

public sealed class WordTests
{
    [Theory]
    [InlineData("  Something TINY, please! ", "something tiny please")]
    [InlineData("I’d like a watch-dog.", "i would like a watch dog")]
    [InlineData("it's one that I'm sure isn't small", "it is one that i am sure is not small")]
    [InlineData("'quoted' dogs'", "quoted dogs")]
    [InlineData("GROSS Größe 24/7", "gross grösse 24 7")]
    [InlineData(" ?! ", "")]
    public void Words_are_compared_without_case_punctuation_and_contractions(string text, string keys) =>
        Word.KeysOf(text).ShouldBe(keys);

    [Fact]
    public void Words_are_given_back_as_they_were_said()
    {
        var utterance = new Utterance("Call me Anna-Lena  D’Arcy!");

        utterance.Said(2, 2).ShouldBe("Anna-Lena");
        utterance.Said(2, 3).ShouldBe("Anna-Lena D'Arcy");
        utterance.Slice(2, 4).Said(0, 1).ShouldBe("Anna");
        new Utterance("I'd  like that's").Said(0, 5).ShouldBe("I'd like that's");
    }
}
