using System.Text;
using AlexaSkill.Requests;

namespace AlexaSkill.Tests.Requests;

public sealed class SlotTests
{
    private const string Small = """{"value":{"name":"small","id":"s"}}""";
    private const string Tiny = """{"value":{"name":"tiny","id":"t"}}""";

    [Fact]
    public void All_values_of_a_match_are_read()
    {
        var slot = Slot($"\"value\":\" mini \",{Resolutions(Authority("ER_SUCCESS_MATCH", Small, Tiny))}");

        slot.Spoken.ShouldBe("mini");
        slot.Matches.ShouldBe([new ResolvedValue("small", "s"), new ResolvedValue("tiny", "t")]);
        slot.Status.ShouldBe(SlotStatus.Matched);
    }

    [Fact]
    public void The_first_authority_with_a_match_counts_wherever_it_stands() =>
        Slot(Resolutions(
            Authority("ER_SUCCESS_NO_MATCH"),
            Authority("ER_SUCCESS_MATCH"),
            Authority("ER_SUCCESS_MATCH", Tiny),
            Authority("ER_SUCCESS_MATCH", Small)))
            .Matches.ShouldHaveSingleItem().Name.ShouldBe("tiny");

    [Theory]
    [InlineData("ER_SUCCESS_NO_MATCH", SlotStatus.NotMatched)]
    [InlineData("ER_ERROR_TIMEOUT", SlotStatus.NotResolved)]
    [InlineData("ER_ERROR_EXCEPTION", SlotStatus.NotResolved)]
    [InlineData("ER_OF_NEXT_YEAR", SlotStatus.NotResolved)]
    public void Codes_other_than_a_match_give_no_values(string code, SlotStatus expected)
    {
        var slot = Slot($"\"value\":\"mini\",{Resolutions(Authority(code, Small))}");

        slot.Matches.ShouldBeEmpty();
        slot.Status.ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"value\":\"mini\"")]
    [InlineData("\"value\":\"mini\",\"resolutions\":null")]
    [InlineData("\"value\":\"mini\",\"resolutions\":{\"resolutionsPerAuthority\":null}")]
    [InlineData("\"value\":\"mini\",\"resolutions\":{\"resolutionsPerAuthority\":[null,5]}")]
    [InlineData("""  "value":"mini","resolutions":{"resolutionsPerAuthority":[{"status":{"code":"ER_SUCCESS_MATCH"},"values":[7,{}]}]}""")]
    public void Broken_resolutions_are_none(string properties)
    {
        var slot = Slot(properties);

        slot.Matches.ShouldBeEmpty();
        slot.Status.ShouldBe(SlotStatus.NotResolved);
        slot.Spoken.ShouldBe("mini");
    }

    [Fact]
    public void A_list_gives_the_union_of_its_elements()
    {
        var first = $$"""{"type":"Simple","value":"mini",{{Resolutions(Authority("ER_SUCCESS_MATCH", Small, Tiny))}}}""";
        var second = $$"""{"type":"Simple","value":"teacup",{{Resolutions(Authority("ER_SUCCESS_MATCH", Tiny))}}}""";
        var third = $$"""{"type":"Simple","value":"purple",{{Resolutions(Authority("ER_SUCCESS_NO_MATCH"))}}}""";
        var slot = Slot($$"""  "slotValue":{"type":"List","values":[{{first}},{{second}},{{third}}]} """);

        slot.Spoken.ShouldBe("mini, teacup, purple");
        slot.Matches.Select(match => match.Name).ShouldBe(["small", "tiny"]);
        slot.Status.ShouldBe(SlotStatus.Matched);
    }

    [Fact]
    public void A_simple_slot_value_stands_in_for_the_slots_own()
    {
        var slot = Slot($$"""  "slotValue":{"type":"Simple","value":"teacup",{{Resolutions(Authority("ER_SUCCESS_MATCH", Tiny))}}} """);

        slot.Spoken.ShouldBe("teacup");
        slot.Matches.ShouldHaveSingleItem().Name.ShouldBe("tiny");
    }

    [Theory]
    [InlineData("\"name\":\"size\"")]
    [InlineData("\"value\":\"\"")]
    [InlineData("\"value\":\"  \"")]
    [InlineData("\"slotValue\":{\"type\":\"List\",\"values\":[]}")]
    public void Nothing_was_said(string properties)
    {
        var slot = Slot(properties);

        slot.Spoken.ShouldBeNull();
        slot.Status.ShouldBe(SlotStatus.NotResolved);
    }

    [Theory]
    [InlineData("""{"size":{"name":"Size"}}""", true)]
    [InlineData("""{"0":{"name":"size"}}""", true)]
    [InlineData("""{"Size":{"name":"Size"}}""", false)]
    [InlineData("""{"size":"small"}""", false)]
    [InlineData("null", false)]
    [InlineData("[]", false)]
    public void A_slot_is_found_by_key_or_name(string slots, bool expected) =>
        (Intent($$"""{"slots":{{slots}}}""").Slot("size") is not null).ShouldBe(expected);

    private static string Authority(string code, params string[] values) =>
        $$"""{"authority":"a","status":{"code":"{{code}}"},"values":[{{string.Join(',', values)}}]}""";

    private static string Resolutions(params string[] authorities) =>
        $$"""  "resolutions":{"resolutionsPerAuthority":[{{string.Join(',', authorities)}}]} """;

    private static Slot Slot(string properties) => Intent($$"""{"slots":{"size":{ {{properties}} } } }""").Slot("size")!;

    private static Intent Intent(string json) =>
        RequestEnvelope.Read(Encoding.UTF8.GetBytes($$"""{"request":{"intent":{{json}} } }""")).Request.Intent!;
}
