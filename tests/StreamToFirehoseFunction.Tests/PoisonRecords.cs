using System.Text;
using System.Text.Json.Nodes;
using static StreamToFirehoseFunction.Tests.StreamEvents;

namespace StreamToFirehoseFunction.Tests;

/// <summary>Inserts that can never become a line, of every kind.</summary>
internal static class PoisonRecords
{
    private const string Number = "5";

    /// <summary>A record that can never become a line.</summary>
    /// <param name="Name">What is wrong with it.</param>
    /// <param name="Json">The record, which may be broken JSON.</param>
    /// <param name="Reason">A part of the reason that is given.</param>
    /// <param name="SequenceNumber">The number that a failure reports; empty where it can't be told.</param>
    internal sealed record Poison(string Name, string Json, string Reason, string SequenceNumber = Number);

    public static IReadOnlyList<Poison> All { get; } =
    [
        new("no NewImage", Record(Number, null).ToJsonString(), "NewImage"),
        new("a null NewImage", Broken("\"NewImage\":", "\"NewImage\":null,\"Other\":"), "NewImage"),
        new("no dynamodb", """{"eventName":"INSERT"}""", "NewImage", ""),
        Attribute("breed", """{"M":{"a":{"S":"x"}}}"""),
        Attribute("breed", """{"L":[{"S":"x"}]}"""),
        Attribute("breed", """{"SS":["x"]}"""),
        Attribute("breed", """{"NS":["1"]}"""),
        Attribute("breed", """{"BS":["AAAA"]}"""),
        Attribute("breed", """{"B":"AAAA"}"""),
        Attribute("breed", """{"S":7}"""),
        Attribute("breed", """{"S":null}"""),
        Attribute("breed", "\"bare\""),
        Attribute("breed", "[]"),
        Attribute("breed", "null"),
        Attribute("api_execution_time", """{"N":"abc"}"""),
        Attribute("api_execution_time", """{"N":" 5"}"""),
        Attribute("api_execution_time", """{"N":"1E400"}"""),
        Attribute("api_execution_time", """{"N":"NaN"}"""),
        Attribute("api_execution_time", """{"S":"soon"}"""),
        new("a line that is too long", Record(Number, With("breed", Text(new string('x', 1_024_000)))).ToJsonString(), "longer"),
        new("a missing comma", Broken("\"awsRegion\"", "1 \"awsRegion\""), "JSON"),
        new("a missing value", Broken("\"Boxer\"", ""), "JSON"),
        new("a bare word", Broken("\"Boxer\"", "Boxer"), "JSON"),
        new("a trailing comma", Broken("{\"S\":\"Boxer\"}", "{\"S\":\"Boxer\",}"), "JSON"),
        new("a surplus bracket", Broken("{\"S\":\"Boxer\"}", "{\"S\":\"Boxer\"]}"), "JSON"),
        new("an unknown escape", Broken("Boxer", "Box\\er"), "JSON"),
        new("half an escape", Broken("Boxer", "Box\\u12x"), "JSON"),
        new("a control character", Broken("Boxer", "Box\ner"), "JSON"),
        new("a number with a leading zero", Broken("900", "0900"), "JSON"),
    ];

    private static Poison Attribute(string column, string attribute) =>
        new($"{column} {attribute}", Record(Number, With(column, JsonNode.Parse(attribute))).ToJsonString(), column);

    private static JsonObject With(string column, JsonNode? attribute)
    {
        var image = Image("r-1");
        image[column] = attribute;
        return image;
    }

    private static string Broken(string part, string by) =>
        new StringBuilder(Record(Number, Image("r-1")).ToJsonString()).Replace(part, by).ToString();
}
