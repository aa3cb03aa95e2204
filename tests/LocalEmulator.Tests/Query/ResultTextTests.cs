using System.Text.Json.Nodes;
using LocalAthena;
using LocalEmulator.Query;

namespace LocalEmulator.Tests.Query;

public sealed class ResultTextTests
{
    private static readonly QueryAnswer Answer = new(
        [new AnswerColumn("share", "double"), new AnswerColumn("list", "array(integer)"), new AnswerColumn("text", "varchar"), new AnswerColumn("none", "varchar")],
        [[0.41688654353562005, JsonNode.Parse("[1,2]"), "a \"b\", c", null], [1.0, JsonNode.Parse("[]"), "", "x"]]);

    [Fact]
    public void Json_is_exact_and_keeps_lists_as_lists() => JsonNode.DeepEquals(
        JsonNode.Parse(ResultText.Json(Answer)),
        JsonNode.Parse("""
            [{"share":0.41688654353562005,"list":[1,2],"text":"a \"b\", c","none":null},{"share":1.0,"list":[],"text":"","none":"x"}]
            """)).ShouldBeTrue(ResultText.Json(Answer));

    [Fact]
    public void Csv_is_exact_and_tells_an_empty_text_from_no_value()
    {
        var lines = ResultText.Csv(Answer).Split('\n');

        lines[0].ShouldBe("share,list,text,none");
        lines[1].ShouldStartWith("0.41688654353562005,");
        lines[1].ShouldEndWith(",\"a \"\"b\"\", c\",");
        lines[2].ShouldEndWith(",\"\",x");
    }
}
