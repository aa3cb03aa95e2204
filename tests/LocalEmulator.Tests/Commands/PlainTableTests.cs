using LocalAthena;
using LocalEmulator.Commands;

namespace LocalEmulator.Tests.Commands;

public sealed class PlainTableTests
{
    [Fact]
    public void Text_stands_left_numbers_right_and_null_is_empty()
    {
        var answer = new QueryAnswer(
            [new AnswerColumn("animal", "varchar"), new AnswerColumn("n", "bigint")],
            [["dog", 12L], [null, 3L], ["a\u001B[2Jb\n", null]]);
        using var writer = new StringWriter { NewLine = "\n" };

        PlainTable.Write(writer, AnswerText.Of(answer));

        writer.ToString().Split('\n').ShouldBe(
        [
            "animal    n",
            "-------  --",
            "dog      12",
            "          3",
            "a\uFFFD[2Jb\uFFFD",
            "",
        ]);
    }
}
