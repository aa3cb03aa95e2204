using LocalAthena;
using LocalEmulator.Commands;

namespace LocalEmulator.Tests.Commands;

public sealed class AnswerTextTests
{
    [Theory]
    [InlineData(0.41688654353562005, "0.42")]
    [InlineData(361.5147179067866, "361.51")]
    [InlineData(6.1, "6.1")]
    [InlineData(0.0012345, "0.0012")]
    [InlineData(0.0, "0")]
    [InlineData(double.NaN, "NaN")]
    public void Numbers_are_rounded_for_people(double number, string text) => Of(number).ShouldBe(text);

    [Fact]
    public void Whole_numbers_stay_whole() => Of(9_007_199_254_740_993).ShouldBe("9007199254740993");

    [Fact]
    public void Ids_are_shortened_in_the_middle_and_sentences_are_not()
    {
        var answer = new QueryAnswer(
            [new AnswerColumn("id", "varchar"), new AnswerColumn("text", "varchar")], [["amzn1.ask.account.ABCDEFGH", "a dog that likes children"]]);

        AnswerText.Of(answer).WithShortIds().Rows.ShouldHaveSingleItem().ShouldBe(["amzn1.as…ABCDEFGH", "a dog that likes children"]);
    }

    private static string Of(object value) =>
        AnswerText.Of(new QueryAnswer([new AnswerColumn("value", "double")], [[value]])).Rows.ShouldHaveSingleItem().ShouldHaveSingleItem();
}
