using SkillFunction.Phrases;
using SkillFunction.Tests.Fakes;

namespace SkillFunction.Tests.Phrases;

public sealed class VoiceTests
{
    private static readonly Voice English = new(PhraseBook.For("en-US"), new Variant());
    private static readonly Voice German = new(PhraseBook.For("de-DE"), new Variant());

    [Fact]
    public void The_same_seed_says_the_same_and_in_time_every_variant_is_said()
    {
        string[] Speak(int seed)
        {
            var voice = new Voice(PhraseBook.For("en-US"), new Random(seed));
            return [.. Enumerable.Range(0, 100).Select(_ => voice.Say(Phrase.Welcome))];
        }

        Speak(5).ShouldBe(Speak(5));
        Speak(5).Distinct().ShouldBe(PhraseBook.For("en-US").Variants(Phrase.Welcome), ignoreOrder: true);
    }

    [Fact]
    public void A_wish_is_told_in_good_grammar()
    {
        English.Wish("large", "guard", "high").ShouldBe("a large guard dog with high energy");
        German.Wish("large", "guard", "high").ShouldBe("ein großer, lebhafter Schutzhund");
        German.Wish("tiny", "watch", "low", isObject: true).ShouldBe("einen winzigen, ruhigen Wachhund");
    }

    [Theory]
    [InlineData("Otterhound", "an Otterhound", "ein Otterhound", "Otterhound")]
    [InlineData("Boxer", "a Boxer", "ein Boxer", "Boxer")]
    [InlineData("German Shepherd", "a German Shepherd", "ein Deutscher Schäferhund", "Deutscher Schäferhund")]
    [InlineData("Elo", "an Elo", "ein Elo", "Elo")]
    [InlineData("Kai Ken", "a Kai Ken", "ein Kai Ken", "Kai Ken")]
    public void A_breed_has_its_article_also_where_the_catalog_lacks_it(string breed, string english, string german, string name)
    {
        English.Breed(breed).ShouldBe(english);
        English.BreedName(breed).ShouldBe(breed);
        German.Breed(breed).ShouldBe(german);
        German.BreedName(breed).ShouldBe(name);
    }

    [Fact]
    public void A_choice_is_told_as_people_do()
    {
        English.Choice("size", ["small", "tiny"]).ShouldBe("small or tiny");
        German.Choice("energy", ["low", "medium", "high"]).ShouldBe("ruhig, ausgeglichen oder lebhaft");
        German.Choice("size", ["small", "house high"]).ShouldBe("klein oder house high");
    }

    [Fact]
    public void What_looks_like_a_placeholder_stays_what_it_is() =>
        English.Say(Phrase.WelcomeBack, ("name", "{name} {x} }{")).ShouldBe("Welcome back, {name} {x} }{!");

    [Fact]
    public void A_sentence_begins_with_a_capital() =>
        English.Say(Phrase.Match, ("breed", English.Breed("Akita")), ("wish", "one")).ShouldBe("An Akita would be a great match: one.");
}
