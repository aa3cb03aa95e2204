using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace AlexaSkill.Tests.Requests;

public sealed class SampleRequestsTests
{
    private const string SkillId = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";

    public static TheoryData<string> Names => [.. Samples.Names];

    [Fact]
    public void There_are_samples_enough() => Samples.Names.Count.ShouldBeGreaterThanOrEqualTo(20);

    [Fact]
    public void Only_the_repeated_request_shares_its_id() =>
        Samples.Names
            .GroupBy(name => RequestEnvelope.Read(Samples.Read(name)).Request.RequestId)
            .Where(group => group.Count() > 1)
            .ShouldHaveSingleItem()
            .ShouldBe(["pet-match-repeated-first", "pet-match-repeated-second"]);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_model_says_what_the_file_says(string name)
    {
        var json = Samples.Read(name);
        var file = JsonNode.Parse(json)!;
        var envelope = RequestEnvelope.Read(json);

        envelope.ApplicationId.ShouldBe(SkillId);
        envelope.UserId.ShouldBe((string?)file["context"]!["System"]!["user"]!["userId"]);
        envelope.Request.Type.ShouldBe((string?)file["request"]!["type"]);
        envelope.Request.RequestId.ShouldBe((string?)file["request"]!["requestId"]);
        envelope.Request.Locale.ShouldBe((string?)file["request"]!["locale"]);
        envelope.Request.DialogState.ShouldBe((string?)file["request"]!["dialogState"]);
        envelope.Request.Timestamp.ShouldNotBeNull().Year.ShouldBe(2026);
        envelope.Request.Intent?.Name.ShouldBe((string?)file["request"]!["intent"]!["name"]);
        envelope.Session?.SessionId.ShouldBe((string?)file["session"]!["sessionId"]);
        envelope.Session?.New.ShouldBe((bool?)file["session"]!["new"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_property_of_another_type_or_missing_fails_the_reading(string name)
    {
        foreach (var variant in Mutations.Of(JsonNode.Parse(Samples.Read(name))!))
        {
            Touch(RequestEnvelope.Read(JsonSerializer.SerializeToUtf8Bytes(variant.Json)));
        }
    }

    private static void Touch(RequestEnvelope envelope)
    {
        _ = (envelope.ApplicationId, envelope.UserId, envelope.HasScreen, envelope.Request.Type);
        foreach (var slot in envelope.Request.Intent?.Slots?.Values ?? [])
        {
            _ = (slot.Spoken, slot.Matches, slot.Status);
        }
    }
}
