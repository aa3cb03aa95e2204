using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Persistence;

namespace AlexaSkill.Tests.Persistence;

public sealed class StoredJsonTests
{
    [Fact]
    public void Values_of_every_kind_come_back()
    {
        foreach (var values in AnyJson.Objects(500))
        {
            JsonNode.DeepEquals(StoredJson.Read(StoredJson.Write(values).Span), values).ShouldBeTrue(values.ToJsonString());
        }
    }

    [Theory]
    [InlineData("1.50")]
    [InlineData("-0.0")]
    [InlineData("1E+2")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public void A_number_keeps_its_text(string number) => Rewrite($"{{\"n\":{number}}}").ShouldBe($"{{\"n\":{number}}}");

    [Fact]
    public void Letters_stay_what_they_are() => Rewrite("""{"犬":"é <"}""").ShouldBe("""{"犬":"é <"}""");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Nothing_is_no_attributes(string json) => Rewrite(json).ShouldBe("{}");

    [Fact]
    public void The_last_of_several_properties_of_one_name_counts() =>
        Rewrite("""{"a":1,"a":{"b":2,"b":3}}""").ShouldBe("""{"a":{"b":3}}""");

    [Fact]
    public void Half_a_surrogate_pair_does_not_fail() => Rewrite("""{"a\ud83d":"b\udc36"}""").ShouldBe("{\"a\uFFFD\":\"b\uFFFD\"}");

    [Fact]
    public void A_value_that_code_has_put_may_hold_half_a_surrogate_pair() =>
        StoredJson.Read(StoredJson.Write(new JsonObject { ["a"] = "b\udc36" }).Span)["a"]!.GetValue<string>().ShouldBe("b\uFFFD");

    [Fact]
    public void Depth_is_what_can_be_written()
    {
        var nested = string.Concat(Enumerable.Repeat("{\"a\":", 900)) + "1" + new string('}', 900);

        Rewrite(nested).ShouldBe(nested);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{} {}")]
    [InlineData("<html>")]
    public void What_is_no_object_is_refused(string json) => Should.Throw<JsonException>(() => Rewrite(json));

    private static string Rewrite(string json) =>
        Encoding.UTF8.GetString(StoredJson.Write(StoredJson.Read(Encoding.UTF8.GetBytes(json))).Span);
}
