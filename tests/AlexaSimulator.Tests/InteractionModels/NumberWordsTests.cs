using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests.InteractionModels;

public sealed class NumberWordsTests
{
    private static readonly Lexicon<string> English = new(NumberWords.English);
    private static readonly Lexicon<string> German = new(NumberWords.German);

    [Theory]
    [InlineData("zero", "0")]
    [InlineData("twelve", "12")]
    [InlineData("Twenty-Five", "25")]
    [InlineData("forty", "40")]
    [InlineData("a hundred", "100")]
    [InlineData("one hundred and one", "101")]
    [InlineData("nine hundred ninety nine", "999")]
    public void English_numbers_are_known(string words, string digits) => English.Meanings(words).ShouldBe([digits]);

    [Theory]
    [InlineData("null", "0")]
    [InlineData("ein", "1")]
    [InlineData("zwölf", "12")]
    [InlineData("einundzwanzig", "21")]
    [InlineData("Dreißig", "30")]
    [InlineData("siebzehn", "17")]
    [InlineData("hundert", "100")]
    [InlineData("zweihundertfünfunddreißig", "235")]
    [InlineData("einhundertundeins", "101")]
    public void German_numbers_are_known(string words, string digits) => German.Meanings(words).ShouldBe([digits]);

    [Fact]
    public void Every_number_below_a_thousand_has_words_of_its_own()
    {
        foreach (var numbers in new[] { NumberWords.English, NumberWords.German })
        {
            var all = numbers.ToList();
            all.Select(number => number.Digits).Distinct().Count().ShouldBe(1_000);
            all.GroupBy(number => number.Phrase).ShouldAllBe(same => same.Select(number => number.Digits).Distinct().Count() == 1);
        }
    }
}
