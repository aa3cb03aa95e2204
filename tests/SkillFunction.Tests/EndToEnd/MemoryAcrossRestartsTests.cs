using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.DynamoDb;
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

    [Theory]
    [InlineData("dynamodb", "deviceId")]
    [InlineData("dynamodb", "personId")]
    [InlineData("s3", "deviceId")]
    [InlineData("http", "deviceId")]
    public async Task Disabling_the_skill_reaches_what_was_kept_by_device_or_speaker(string kind, string key)
    {
        await using var store = await StoreOfUsers.StartAsync(kind, aws);
        await using var skill = await RunningSkill.StartAsync(aws, [.. store.Variables, ("ATTRIBUTES_KEY", key)]);
        var (kitchen, bath) = ($"kitchen-{Guid.NewGuid():N}", $"bath-{Guid.NewGuid():N}");
        foreach (var place in new[] { kitchen, bath })
        {
            var isKept = false;
            for (var again = 0; again < 5 && !isKept; again++)
            {
                isKept = MemoryJson.Speech(await skill.AskAsync(From(place, MemoryJson.MyNameIs("Anna")))).Says(Phrase.NameKept, ("name", "Anna"));
            }

            (await store.ReadAllAsync()).ShouldContain(place);
        }

        var disabled = JsonNode.Parse(Request(AlexaJson.Request(
            "AlexaSkillEvent.SkillDisabled", "\"body\":{\"userInformationPersistenceStatus\":\"NOT_PERSISTED\"}")))!;
        disabled["context"]!["System"]!.AsObject().Remove("device");
        await skill.AskAsync(Encoding.UTF8.GetBytes(disabled.ToJsonString()));

        var left = await store.ReadAllAsync();
        left.ShouldNotContain(user);
        left.ShouldNotContain(kitchen);
        left.ShouldNotContain(bath);
        var log = await skill.StopAsync();
        log.ShouldNotContain(user);
        log.ShouldNotContain(kitchen);
    }

    [Fact]
    public async Task A_user_of_the_first_ASK_SDK_is_known_by_the_name_of_the_map()
    {
        const string Table = "tea-of-the-first-sdk";
        var options = new DynamoDbPersistenceOptions(Table, "userId");
        await new DynamoDbPersistenceAdapter(aws.DynamoDb, options).CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        var item = new Dictionary<string, AttributeValue>
        {
            ["userId"] = new() { S = user },
            ["mapAttr"] = new() { M = new() { ["name"] = new() { S = "Anna" }, ["tags"] = new() { SS = ["a"] } } },
        };
        await aws.DynamoDb.PutItemAsync(Table, item, TestContext.Current.CancellationToken);
        (string, string)[] variables = [("ATTRIBUTES_TABLE", Table), ("ATTRIBUTES_KEY_NAME", "userId")];

        await using var wrong = await RunningSkill.StartAsync(aws, variables);
        await GreetAsync(wrong);
        (await AskAsync(wrong, MemoryJson.MyNameIs("Bea"))).ShouldSay(Phrase.NameLost, ("name", "Bea"));
        var log = await wrong.StopAsync();
        log.ShouldContain($"Unreadable: An item of table '{Table}' holds no 'attributes', but 'mapAttr' (M).".Replace("'", "\\u0027"));
        log.ShouldContain("The variable is ATTRIBUTES_NAME.");

        await using var right = await RunningSkill.StartAsync(aws, [.. variables, ("ATTRIBUTES_NAME", "mapAttr")]);
        (await GreetAsync(right)).ShouldSay(Phrase.WelcomeBack, ("name", "Anna"));
        (await AskAsync(right, MemoryJson.MyNameIs("Bea"))).ShouldSay(Phrase.NameKept, ("name", "Bea"));

        var stored = (await aws.DynamoDb.ScanAsync(new ScanRequest(Table), TestContext.Current.CancellationToken)).Items.ShouldHaveSingleItem();
        stored["mapAttr"].M["name"].S.ShouldBe("Bea");
        stored["mapAttr"].M["tags"].SS.ShouldBe(["a"]);
        stored.ShouldNotContainKey("attributes");
    }

    [Fact]
    public async Task A_table_of_another_shape_and_a_time_to_live_can_be_set()
    {
        const string Table = "users-of-the-old-sdk";
        var options = new DynamoDbPersistenceOptions(Table, "userId");
        await new DynamoDbPersistenceAdapter(aws.DynamoDb, options).CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        await using var skill = await RunningSkill.StartAsync(
            aws,
            ("ATTRIBUTES_TABLE", Table),
            ("ATTRIBUTES_KEY_NAME", "userId"),
            ("ATTRIBUTES_TTL_DAYS", "30"),
            ("ATTRIBUTES_KEY", "deviceId"));

        await GreetAsync(skill);
        await AskAsync(skill, MemoryJson.MyNameIs("Anna"));

        var scan = await aws.DynamoDb.ScanAsync(new ScanRequest(Table), TestContext.Current.CancellationToken);
        scan.Items.Select(item => item["userId"].S).ShouldBe(["SECRETDEVICE", user], ignoreOrder: true);
        scan.Items.ShouldAllBe(item => item.ContainsKey("expires_at"));
        var item = scan.Items.Single(item => item["userId"].S == "SECRETDEVICE");
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

    /// <summary>The request from a device, and from a speaker of the same name.</summary>
    private byte[] From(string place, string json)
    {
        var request = JsonNode.Parse(Request(json))!;
        request["context"]!["System"]!["device"]!["deviceId"] = place;
        request["context"]!["System"]!["person"] = new JsonObject { ["personId"] = place };
        return Encoding.UTF8.GetBytes(request.ToJsonString());
    }

    private byte[] Request(string json)
    {
        var request = JsonNode.Parse(json.Replace(AlexaJson.UserId, user, StringComparison.Ordinal))!;
        request["request"]!["requestId"] = $"{Guid.NewGuid():N}";
        return Encoding.UTF8.GetBytes(request.ToJsonString());
    }
}
