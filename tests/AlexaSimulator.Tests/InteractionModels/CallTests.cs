using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests.InteractionModels;

public sealed class CallTests
{
    [Theory]
    [InlineData("en-US", "open pet match")]
    [InlineData("en-US", "Alexa, open Pet Match.")]
    [InlineData("en-GB", "pet match")]
    [InlineData("en-US", "ask pet match")]
    [InlineData("de-DE", "Alexa, öffne Haustier-Finder!")]
    [InlineData("de-DE", "starte haustier finder")]
    [InlineData("de-DE", "öffne Haustierfinder")]
    [InlineData("en-US", "open petmatch")]
    public void The_skill_is_opened(string locale, string said)
    {
        var call = Call.Read(said, Models.Of(locale));

        call.NamesSkill.ShouldBeTrue();
        call.Wishes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en-US", "Alexa, ask pet match to find a pet", "to find a pet", "find a pet")]
    [InlineData("en-US", "ask pet match for a small family dog", "for a small family dog", "a small family dog")]
    [InlineData("en-US", "open pet match and find a pet", "and find a pet", "find a pet")]
    [InlineData("en-US", "find a pet with pet match", "find a pet")]
    [InlineData("de-DE", "frag haustier finder welcher Hund zu mir passt", "welcher hund zu mir passt")]
    [InlineData("de-DE", "frage Haustier Finder nach einem Familienhund", "nach einem familienhund", "einem familienhund")]
    public void The_skill_is_asked_for_something(string locale, string said, params string[] wishes)
    {
        var call = Call.Read(said, Models.Of(locale));

        call.NamesSkill.ShouldBeTrue();
        call.Wishes.Select(wish => wish.Key(0, wish.Count)).ShouldBe(wishes);
    }

    [Theory]
    [InlineData("find a pet")]
    [InlineData("open sesame")]
    [InlineData("match me")]
    public void Without_its_name_an_utterance_is_for_whoever_listens(string said)
    {
        var call = Call.Read(said, Models.Of("en-US"));

        call.NamesSkill.ShouldBeFalse();
        call.Wishes.ShouldHaveSingleItem().Key(0, call.Wishes[0].Count).ShouldBe(said);
    }

    [Theory]
    [InlineData("de-DE", "öffne pet match", "pet match")]
    [InlineData("de-DE", "Alexa, starte Pet Match", "Pet Match")]
    [InlineData("en-US", "open haustier finder", "haustier finder")]
    [InlineData("en-US", "start over", null)]
    [InlineData("en-US", "open pet match", null)]
    [InlineData("en-US", "find a pet", null)]
    [InlineData("en-US", "open", null)]
    public void Opening_anything_else_names_another_skill(string locale, string said, string? name) =>
        Call.Read(said, Models.Of(locale)).OtherSkill.ShouldBe(name);
}
