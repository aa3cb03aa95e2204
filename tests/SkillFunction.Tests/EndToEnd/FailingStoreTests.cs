using System.Text;
using System.Text.Json.Nodes;
using Analytics;
using LocalAws;
using Microsoft.AspNetCore.Http;
using SkillFunction.Phrases;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;

namespace SkillFunction.Tests.EndToEnd;

public class FailingStoreTests(LocalAwsFixture aws)
{
    private const string AccessDenied =
        """<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>1</RequestId></Error>""";

    private readonly string user = $"amzn1.ask.account.{Guid.NewGuid():N}";

    [Theory]
    [InlineData("dynamodb", "AWS_ENDPOINT_URL_DYNAMODB", "AccessDenied: The permission dynamodb:GetItem on table 'pet-match-attributes'")]
    [InlineData("s3", "AWS_ENDPOINT_URL_S3", "AccessDenied: The permission s3:GetObject on bucket 'users', prefix 'pet-match',")]
    [InlineData("http", "ATTRIBUTES_URL", "AccessDenied: The persistence service answered 403 to GET")]
    public async Task A_missing_permission_is_named(string kind, string endpoint, string reason)
    {
        await using var store = await StoreOfUsers.StartAsync(kind, aws);
        await using var refusing = await TestServer.StartAsync(kind == "dynamodb"
            ? FakeDynamoDb.Fail(StatusCodes.Status400BadRequest, "AccessDeniedException")
            : RefuseAsync);

        await FailsAsync([.. store.Variables, (endpoint, refusing.Address.ToString())], reason);
    }

    [Fact]
    public Task A_missing_table_is_named() => FailsAsync(
        [("ATTRIBUTES_TABLE", "no-users")], "NotFound: Table 'no-users' was not found by GetItem.");

    [Fact]
    public async Task A_missing_bucket_is_named()
    {
        await using var store = await StoreOfUsers.StartAsync("s3", aws);

        await FailsAsync(
            [.. store.Variables, ("ATTRIBUTES_BUCKET", "no-bucket")], "NotFound: Bucket 'no-bucket' was not found by GetObject.");
    }

    [Fact]
    public async Task A_wrong_token_is_told_but_not_shown()
    {
        await using var store = await StoreOfUsers.StartAsync("http", aws);

        var log = await FailsAsync(
            [.. store.Variables, ("ATTRIBUTES_TOKEN", "SECRET-TOKEN")], "AccessDenied: The persistence service answered 401 to GET");
        log.ShouldNotContain("SECRET-TOKEN");
    }

    [Theory]
    [InlineData("dynamodb", "Unreadable: An item of table 'pet-match-attributes' holds 'attributes' as S, where M (a map) is needed")]
    [InlineData("s3", "Unreadable: An object in bucket 'users' under prefix 'pet-match' holds no JSON object of attributes")]
    [InlineData("http", "Unreadable: The skill's data in the persistence service holds something else than an object")]
    public async Task Garbage_is_told_and_can_be_forgotten(string kind, string reason)
    {
        await using var store = await StoreOfUsers.StartAsync(kind, aws);
        await store.SpoilAsync(user);
        await FailsAsync(store.Variables, reason);

        await using var skill = await RunningSkill.StartAsync(aws, store.Variables);
        await skill.AskAsync(Request(MemoryJson.Launch));
        await skill.AskAsync(Request(MemoryJson.Reply("AMAZON.YesIntent", await skill.AskAsync(Request(MemoryJson.ForgetMe)))));

        (await store.ReadAllAsync()).ShouldNotContain(user);
    }

    [Theory]
    [InlineData("dynamodb", "AWS_ENDPOINT_URL_DYNAMODB")]
    [InlineData("s3", "AWS_ENDPOINT_URL_S3")]
    [InlineData("http", "ATTRIBUTES_URL")]
    public async Task A_store_that_never_answers_is_given_up(string kind, string endpoint)
    {
        await using var store = await StoreOfUsers.StartAsync(kind, aws);
        await using var hanging = await TestServer.StartAsync(TestServer.Hang());

        await FailsAsync([.. store.Variables, (endpoint, hanging.Address.ToString())], "Unavailable: ");
    }

    [Theory]
    [InlineData("redis", "ATTRIBUTES_STORE is 'redis'")]
    [InlineData("s3", "ATTRIBUTES_BUCKET is not set")]
    [InlineData("http", "ATTRIBUTES_URL is not set")]
    public async Task A_store_without_its_settings_ends_the_start_with_one_line(string kind, string reason)
    {
        var failed = await Should.ThrowAsync<LocalAwsException>(() => RunningSkill.StartAsync(aws, ("ATTRIBUTES_STORE", kind)));

        failed.Message.ShouldStartWith($"The function SkillFunction did not start: {reason}");
    }

    [Fact]
    public async Task One_memory_for_all_users_ends_the_start_with_one_line()
    {
        var failed = await Should.ThrowAsync<LocalAwsException>(() => RunningSkill.StartAsync(aws, ("ATTRIBUTES_KEY", "applicationId")));

        failed.Message.ShouldStartWith("The function SkillFunction did not start: ATTRIBUTES_KEY is 'applicationId': all users would share");
        failed.Message.ShouldContain("It has to be userId, deviceId or personId.");
    }

    [Fact]
    public async Task A_failing_store_costs_a_match_nothing()
    {
        await using var refusing = await TestServer.StartAsync(RefuseAsync);
        await using var skill = await RunningSkill.StartAsync(
            aws, ("ATTRIBUTES_STORE", "http"), ("ATTRIBUTES_URL", refusing.Address.ToString()), ("ATTRIBUTES_TOKEN", "token"));
        var request = Request(MemoryJson.Otterhound);

        MemoryJson.Speech(await skill.AskAsync(request)).ShouldSay(
            Phrase.Match, ("breed", "an Otterhound"), ("wish", "a large guard dog with high energy"));

        var hit = await aws.DynamoDb.GetItemAsync(
            Names.HitsTable,
            new() { ["request_id"] = new() { S = (string)JsonNode.Parse(request)!["request"]!["requestId"]! } },
            TestContext.Current.CancellationToken);
        hit.Item["outcome"].S.ShouldBe("match");
        Failures(await skill.StopAsync()).Length.ShouldBe(1);
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(AccessDenied);
    }

    private static string[] Failures(string log) =>
        [.. log.Split('\n').Where(line => line.Contains("What is remembered of a user could not be", StringComparison.Ordinal))];

    /// <summary>The skill answers all the same, and one line a request says why it has no memory.</summary>
    /// <returns>Everything that it logged.</returns>
    private async Task<string> FailsAsync((string Name, string Value)[] variables, string reason)
    {
        await using var skill = await RunningSkill.StartAsync(aws, variables);

        // The first one of a cold function may fail for lack of time instead.
        MemoryJson.Speech(await skill.AskAsync(Request(MemoryJson.Launch))).ShouldSay(Phrase.Welcome);
        MemoryJson.Speech(await skill.AskAsync(Request(MemoryJson.MyNameIs("Anna"))))
            .ShouldSay(Phrase.NameLost, ("name", "Anna"));

        var log = await skill.StopAsync();
        var failures = Failures(log);
        failures.Length.ShouldBe(2, log);
        Message(failures[1]).ShouldContain($"could not be read: {reason}");
        log.ShouldNotContain(user);
        log.ShouldNotContain("Anna");
        return log;
    }

    private static string Message(string line) => (string)JsonNode.Parse(line)!["message"]!;

    private byte[] Request(string json)
    {
        var request = JsonNode.Parse(json.Replace(AlexaJson.UserId, user, StringComparison.Ordinal))!;
        request["request"]!["requestId"] = $"{Guid.NewGuid():N}";
        return Encoding.UTF8.GetBytes(request.ToJsonString());
    }
}
