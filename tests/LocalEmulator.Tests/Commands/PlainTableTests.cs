using LocalEmulator.Commands;
using LocalEmulator.Query;

namespace LocalEmulator.Tests.Commands;

public sealed class PlainTableTests
{
    [Fact]
    public void Text_stands_left_numbers_right_and_null_is_empty()
    {
        var answer = new QueryResult(
            [new ResultColumn("animal", "varchar"), new ResultColumn("n", "bigint")],
            [["dog", "12"], [null, "3"], ["a\u001B[2Jb\n", null]]);
        using var writer = new StringWriter { NewLine = "\n" };

        PlainTable.Write(writer, answer);

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
