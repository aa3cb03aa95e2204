using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using Amazon.DynamoDBv2.Model;
using SkillFunction.Phrases;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;

namespace SkillFunction.Tests.EndToEnd;

public class MemoryAcrossRestartsTests(LocalAwsFixture aws)
{
    private readonly string user = $"amzn1.ask.account.{Guid.NewGuid():N}";

    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    [InlineData("http")]
    public async Task A_user_is_remembered_until_the_user_wants_to_be_forgotten(string kind)
    {
        await using var store = await StoreOfUsers.StartAsync(kind, aws);
        await using (var skill = await RunningSkill.StartAsync(aws, store.Variables))
        {
            (await AskAsync(skill, MemoryJson.Launch)).ShouldSay(Phrase.Welcome);
            (await AskAsync(skill, MemoryJson.MyNameIs("Anna"))).ShouldSay(Phrase.NameKept, ("name", "Anna"));
            (await AskAsync(skill, MemoryJson.Otterhound)).ShouldContain("an Otterhound", Case.Insensitive);
        }

        (await store.ReadAllAsync()).ShouldContain(user);

        await using var restarted = await RunningSkill.StartAsync(aws, store.Variables);
        var greeting = await GreetAsync(restarted);
        greeting.ShouldSay(Phrase.WelcomeBack, ("name", "Anna"));
        greeting.ShouldSay(Phrase.LastTime, ("match", "an Otterhound, a large guard dog with high energy"));
        (await AskAsync(restarted, MemoryJson.LastMatch)).ShouldSay(
            Phrase.LastMatch, ("match", "an Otterhound, a large guard dog with high energy"));

        var question = await restarted.AskAsync(Request(MemoryJson.ForgetMe));
        (await AskAsync(restarted, MemoryJson.Reply("AMAZON.YesIntent", question))).ShouldSay(Phrase.Forgotten);

        (await store.ReadAllAsync()).ShouldNotContain(user);
        (await AskAsync(restarted, MemoryJson.Launch)).ShouldSay(Phrase.Welcome);
        var log = await restarted.StopAsync();
        log.ShouldNotContain(user);
        log.ShouldNotContain("Anna");
    }

    [Fact]
    public async Task A_table_of_another_shape_and_a_time_to_live_can_be_set()
    {
        const string Table = "users-of-the-old-sdk";
        var options = new DynamoDbPersistenceOptions(Table, "userId");
        await new DynamoDbPersistenceAdapter(aws.DynamoDb, options).EnsureTableAsync(TestContext.Current.CancellationToken);
        await using var skill = await RunningSkill.StartAsync(
            aws,
            ("ATTRIBUTES_TABLE", Table),
            ("ATTRIBUTES_KEY_NAME", "userId"),
            ("ATTRIBUTES_TTL_DAYS", "30"),
            ("ATTRIBUTES_KEY", "deviceId"));

        await GreetAsync(skill);
        await AskAsync(skill, MemoryJson.MyNameIs("Anna"));

        var scan = await aws.DynamoDb.ScanAsync(new ScanRequest(Table), TestContext.Current.CancellationToken);
        var item = scan.Items.ShouldHaveSingleItem();
        item["userId"].S.ShouldBe("SECRETDEVICE");
        item["attributes"].M["name"].S.ShouldBe("Anna");
        long.Parse(item["expires_at"].N, CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddDays(29).ToUnixTimeSeconds());
    }

    /// <summary>Launches, a few times if need be: on a busy machine a cold start may outlast the skill's patience with its store.</summary>
    private async Task<string> GreetAsync(RunningSkill skill)
    {
        var greeting = await AskAsync(skill, MemoryJson.Launch);
        for (var again = 0; again < 5 && greeting.Says(Phrase.Welcome); again++)
        {
            greeting = await AskAsync(skill, MemoryJson.Launch);
        }

        return greeting;
    }

    private async Task<string> AskAsync(RunningSkill skill, string request) => MemoryJson.Speech(await skill.AskAsync(Request(request)));

    private byte[] Request(string json)
    {
        var request = JsonNode.Parse(json.Replace(AlexaJson.UserId, user, StringComparison.Ordinal))!;
        request["request"]!["requestId"] = $"{Guid.NewGuid():N}";
        return Encoding.UTF8.GetBytes(request.ToJsonString());
    }
}
