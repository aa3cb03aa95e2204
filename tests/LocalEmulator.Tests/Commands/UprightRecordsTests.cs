using LocalAthena;
using LocalEmulator.Commands;

namespace LocalEmulator.Tests.Commands;

public sealed class UprightRecordsTests
{
    [Fact]
    public void A_row_is_a_line_a_column_and_no_line_is_wider_than_the_terminal()
    {
        var answer = new QueryAnswer(
            [new AnswerColumn("request_id", "varchar"), new AnswerColumn("unmatched", "varchar"), new AnswerColumn("n", "bigint")],
            [["amzn1.echo-api.request.00000000-0000-0000-0000-000000000000", "one two three four five six seven eight", 7L], ["r", null, 8L]]);
        using var writer = new StringWriter { NewLine = "\n" };

        UprightRecords.Write(writer, AnswerText.Of(answer), width: 36);

        writer.ToString().Split('\n').ShouldBe(
        [
            "-- 1 -------",
            "request_id  amzn1.echo-a…00000000000",
            "unmatched   one two three four five",
            "            six seven eight",
            "n           7",
            "-- 2 -------",
            "request_id  r",
            "unmatched",
            "n           8",
            "",
        ]);
    }
}
