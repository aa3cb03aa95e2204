using System.Text.Json.Nodes;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;
using static SkillFunction.Tests.Fakes.AlexaJson;

namespace SkillFunction.Tests.Conversation;

public sealed class FulfillmentTests : IAsyncLifetime
{
    private readonly MemoryStore store = new();
    private TestSkill skill = null!;

    public static TheoryData<string, string[], string> Wishes => new()
    {
        { "YES", [], "{}" },
        { "YES", [Empty("size"), Said("temperament", "guard")], """{"temperament":"YES/YES"}""" },
        { "YES", [Said("pet", "puppy", "dog"), Said("size", "huge", "large")], """{"pet":"YES/YES","size":"YES/YES"}""" },
        { "MAYBE", [Said("size", "mini", "small", "tiny")], """{"size":"MAYBE/YES"}""" },
        { "MAYBE", [Unresolved("energy", "purple"), Said("size", "large")], """{"size":"YES/YES","energy":"NO/NO"}""" },
        { "MAYBE", [Said("I_Want", "I want"), Said("shedding", "fluffy")], """{"I_Want":"YES/YES","shedding":"YES/NO"}""" },
        { "NO", [Said("pet", "unicorn", "mythical creatures"), Said("size", "large")], """{"pet":"YES/NO","size":"YES/YES"}""" },
        { "NO", [Said("pet", "kitten", "cat")], """{"pet":"YES/NO"}""" },
        { "NO", [Unresolved("pet", "hamster")], """{"pet":"NO/NO"}""" },
    };

    public async ValueTask InitializeAsync() => skill = await TestSkill.StartAsync(store: store, usesPseudonyms: true);

    public ValueTask DisposeAsync() => skill.DisposeAsync();

    [Theory]
    [MemberData(nameof(Wishes))]
    public async Task Whether_a_wish_can_be_served_is_told_truthfully(string answer, string[] slots, string expected)
    {
        var response = await AskAsync($$""" "intent":{"name":"PetMatchIntent","slots":{ {{string.Join(',', slots)}} } }""");

        var told = response["canFulfillIntent"]!;
        ((string?)told["canFulfill"]).ShouldBe(answer);
        var words = new JsonObject((told["slots"]?.AsObject() ?? []).Select(slot =>
            KeyValuePair.Create(slot.Key, (JsonNode?)$"{slot.Value!["canUnderstand"]}/{slot.Value["canFulfill"]}")));
        words.ToJsonString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"intent\":{\"name\":\"OrderPizzaIntent\"}")]
    [InlineData("\"intent\":{\"name\":\"ForgetMeIntent\"}")]
    [InlineData("\"intent\":{}")]
    [InlineData("\"intent\":null")]
    public async Task No_other_intent_can_be_served(string intent) =>
        (await AskAsync(intent)).ToJsonString().ShouldBe("""{"canFulfillIntent":{"canFulfill":"NO"}}""");

    private async Task<JsonNode> AskAsync(string intent)
    {
        var response = await skill.AskAsync(Request("CanFulfillIntentRequest", intent));
        response["response"]!.AsObject().Select(property => property.Key).ShouldBe(["canFulfillIntent"]);
        skill.DynamoDb.Calls.ShouldBeEmpty();
        skill.LookedUp.ShouldBeEmpty();
        store.Uses.ShouldBeEmpty();
        return response["response"]!;
    }
}
