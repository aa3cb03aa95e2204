using System.Text;
using System.Text.Json.Nodes;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;
using Testing.Wire;

namespace SkillFunction.Tests.EndToEnd;

/// <summary>What the function says to AWS is what the services' published models allow.</summary>
public class WireTests(LocalAwsFixture aws)
{
    private const string SessionToken = "a-session-token";

    [Theory]
    [InlineData("dynamodb", "DynamoDB PutItem", "DynamoDB GetItem", "DynamoDB UpdateItem", "DynamoDB DeleteItem")]
    [InlineData("s3", "DynamoDB PutItem", "DynamoDB GetItem", "S3 PutObject", "S3 GetObject", "S3 DeleteObject")]
    [InlineData("http", "DynamoDB PutItem", "DynamoDB GetItem")]
    public async Task Every_call_of_a_user_s_life_is_as_the_services_want_it(string kind, params string[] expected)
    {
        Assert.SkipWhen(AwsModels.Obstacle is not null, AwsModels.Obstacle ?? "");
        await using var store = await StoreOfUsers.StartAsync(kind, aws);
        var s3 = store.Variables.FirstOrDefault(variable => variable.Name == "AWS_ENDPOINT_URL_S3").Value;
        await using var recorder = await AwsRecorder.StartAsync(("dynamodb", aws.Address), ("s3", s3));
        await using var skill = await RunningSkill.StartAsync(
            aws,
            [
                .. store.Variables,
                ("AWS_ENDPOINT_URL", recorder.Url),
                ("AWS_ENDPOINT_URL_DYNAMODB", recorder.Url),
                ("AWS_ENDPOINT_URL_S3", recorder.Url),
                ("AWS_SESSION_TOKEN", SessionToken),
                ("ATTRIBUTES_TTL_DAYS", kind == "dynamodb" ? "30" : "0"),
                ("HIT_TTL_DAYS", "30"),
                ("SKILL_VERSION", "7"),
                ("ANALYTICS_USER_ID", "pseudonym"),
            ]);

        // On a busy machine a cold start may outlast the skill's patience with its store.
        for (var life = 0; life < 5 && !recorder.Calls.Select(call => call.Name).ToHashSet().IsSupersetOf(expected); life++)
        {
            await LiveAsync(skill);
        }

        recorder.Calls.SelectMany(call => call.Faults.Select(fault => $"{call.Name}: {fault}")).ShouldBeEmpty();
        recorder.Calls.Select(call => call.Name).Distinct().ShouldBe(expected, ignoreOrder: true);
        recorder.Requests.ShouldAllBe(request => request.Headers["X-Amz-Security-Token"] == SessionToken);
    }

    /// <summary>Everything that a user does which has to do with a table or a bucket.</summary>
    private static async Task LiveAsync(RunningSkill skill)
    {
        await AskAsync(skill, MemoryJson.Launch);
        await AskAsync(skill, MemoryJson.MyNameIs("Zoë, \\ \"日本\""));
        await AskAsync(skill, AlexaJson.PetMatch("STARTED", AlexaJson.Unresolved("size", "dragon, \\ \"größer\" 🐉")));
        await AskAsync(skill, MemoryJson.Otterhound);
        await AskAsync(skill, MemoryJson.LastMatch);
        await AskAsync(skill, MemoryJson.Reply("AMAZON.YesIntent", await AskAsync(skill, MemoryJson.ForgetMe)));
        await AskAsync(skill, AlexaJson.Request("AlexaSkillEvent.SkillDisabled", "\"body\":{\"userInformationPersistenceStatus\":\"NOT_PERSISTED\"}"));
    }

    private static Task<JsonNode> AskAsync(RunningSkill skill, string json)
    {
        var request = JsonNode.Parse(json)!;
        request["request"]!["requestId"] = $"amzn1.echo-api.request.{Guid.NewGuid()}";
        return skill.AskAsync(Encoding.UTF8.GetBytes(request.ToJsonString()));
    }
}
