using System.Text;
using System.Text.Json.Nodes;
using Analytics;
using SkillFunction.Phrases;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;

namespace SkillFunction.Tests.EndToEnd;

public class PseudonymTests(LocalAwsFixture aws)
{
    private static readonly (string, string) Pseudonym = ("ANALYTICS_USER_ID", "pseudonym");

    private readonly string user = $"amzn1.ask.account.{Guid.NewGuid():N}";
    private readonly List<string> requestIds = [];

    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    [InlineData("http")]
    public async Task A_user_has_one_id_of_chance_until_the_user_is_forgotten(string kind)
    {
        await using var store = await StoreOfUsers.StartAsync(kind, aws);
        await using (var skill = await RunningSkill.StartAsync(aws, [.. store.Variables, Pseudonym]))
        {
            await WarmUpAsync(skill);
            await AskAsync(skill, AlexaJson.PetMatch("STARTED", AlexaJson.Said("size", "large")));
            await AskAsync(skill, MemoryJson.Otterhound);
        }

        await using var restarted = await RunningSkill.StartAsync(aws, [.. store.Variables, Pseudonym]);
        await WarmUpAsync(restarted);
        await AskAsync(restarted, MemoryJson.Otterhound);

        var id = (await UsersAsync()).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        id.ShouldMatch("^[0-9a-f]{32}$");
        (await store.ReadAllAsync()).ShouldContain(id);

        var question = await AskAsync(restarted, MemoryJson.ForgetMe);
        MemoryJson.Speech(await AskAsync(restarted, MemoryJson.Reply("AMAZON.YesIntent", question))).ShouldSay(Phrase.Forgotten);
        (await store.ReadAllAsync()).ShouldNotContain(id);

        requestIds.Clear();
        await AskAsync(restarted, MemoryJson.Otterhound);
        var other = (await UsersAsync()).ShouldHaveSingleItem().ShouldNotBeNull();
        other.ShouldMatch("^[0-9a-f]{32}$");
        other.ShouldNotBe(id);

        await AskAsync(restarted, AlexaJson.Request(
            "AlexaSkillEvent.SkillDisabled", "\"body\":{\"userInformationPersistenceStatus\":\"NOT_PERSISTED\"}"));
        (await store.ReadAllAsync()).ShouldNotContain(other);
        (await restarted.StopAsync()).ShouldNotContain(id);
    }

    [Fact]
    public async Task Without_a_store_a_row_names_no_user()
    {
        await using var skill = await RunningSkill.StartAsync(aws, ("ATTRIBUTES_STORE", "none"), Pseudonym);

        await AskAsync(skill, MemoryJson.Otterhound);

        (await UsersAsync()).ShouldBe([null]);
    }

    [Fact]
    public async Task A_store_out_of_reach_leaves_a_row_that_names_no_user()
    {
        await using var skill = await RunningSkill.StartAsync(aws, ("ATTRIBUTES_TABLE", "no-users"), Pseudonym);

        await AskAsync(skill, MemoryJson.Otterhound);

        (await UsersAsync()).ShouldBe([null]);
    }

    /// <summary>On a busy machine a cold start may outlast the skill's patience with its store.</summary>
    private async Task WarmUpAsync(RunningSkill skill)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            await AskAsync(skill, MemoryJson.Launch);
        }
    }

    private async Task<JsonNode> AskAsync(RunningSkill skill, string json)
    {
        var request = JsonNode.Parse(json.Replace(AlexaJson.UserId, user, StringComparison.Ordinal))!;
        var id = $"{Guid.NewGuid():N}";
        request["request"]!["requestId"] = id;
        if ((string?)request["request"]!["intent"]?["name"] == "PetMatchIntent")
        {
            requestIds.Add(id);
        }

        return await skill.AskAsync(Encoding.UTF8.GetBytes(request.ToJsonString()));
    }

    /// <summary>Whom the rows of the requests name; none of them says Alexa's id anywhere.</summary>
    private async Task<string?[]> UsersAsync()
    {
        var users = new List<string?>();
        foreach (var id in requestIds)
        {
            var row = await aws.DynamoDb.GetItemAsync(
                Names.HitsTable, new() { ["request_id"] = new() { S = id } }, TestContext.Current.CancellationToken);
            row.Item.Values.ShouldAllBe(value => value.S != user);
            row.Item.ShouldContainKey("outcome");
            users.Add(row.Item.GetValueOrDefault("user_id")?.S);
        }

        return [.. users];
    }
}
