using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests.InteractionModels;

public sealed class StemsTests
{
    [Theory]
    [InlineData("puppy", "puppies")]
    [InlineData("dog", "dogs")]
    [InlineData("run", "running", "runs")]
    [InlineData("hike", "hiking", "hiked")]
    [InlineData("lazy", "lazier", "laziest")]
    [InlineData("big", "bigger", "biggest")]
    [InlineData("small", "smaller", "smallest")]
    [InlineData("gentle", "gentler")]
    public void English_forms_have_one_stem(string word, params string[] forms) =>
        forms.Select(Stems.English).ShouldAllBe(stem => stem == Stems.English(word));

    [Theory]
    [InlineData("klein", "kleine", "kleiner", "kleinen", "kleines", "kleinem", "kleinsten", "kleineren")]
    [InlineData("gross", "grosser", "grösseren")]
    [InlineData("hund", "hunde", "hunden", "hundes")]
    [InlineData("katze", "katzen")]
    public void German_forms_have_one_stem(string word, params string[] forms) =>
        forms.Select(Stems.German).ShouldAllBe(stem => stem == Stems.German(word));

    [Theory]
    [InlineData("is")]
    [InlineData("less")]
    [InlineData("bus")]
    [InlineData("her")]
    [InlineData("")]
    public void Short_words_stay(string word)
    {
        Stems.English(word).ShouldBe(word);
        Stems.German(word).ShouldBe(word);
    }

    [Fact]
    public void A_phrase_is_known_by_its_other_forms_only_where_it_is_not_known_as_it_stands()
    {
        var lexicon = new Lexicon<int>([("small dog", 1), ("smaller dog", 2), ("puppy", 3)], Stems.English);

        lexicon.Meanings("smaller dog").ShouldBe([2]);
        lexicon.Meanings("smallest dogs").ShouldBe([1, 2]);
        lexicon.Meanings("Puppies").ShouldBe([3]);
        lexicon.Meanings("kitten").ShouldBeEmpty();
    }
}
