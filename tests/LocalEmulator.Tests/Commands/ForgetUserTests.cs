using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Analytics;
using LocalAws;
using LocalEmulator.Services;

namespace LocalEmulator.Tests.Commands;

public sealed class ForgetUserTests : IDisposable
{
    private const string Account = "amzn1.ask.account.A";
    private const string Pseudonym = "0123456789abcdef0123456789abcdef";

    private readonly TemporaryFolder folder = new("petmatch-forget-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_the_local_run_knows_of_a_user_is_gone_and_the_rest_is_named()
    {
        var sample = Repository.Find("samples", "requests", "pet-match-completed-match.json"); // remembered, and a hit
        var send = await EmulatorProcess.RunAsync(folder.Path, "send", sample, "--data", "data");
        send.ExitCode.ShouldBe(0, send.Error);
        var user = UserOf(await File.ReadAllTextAsync(sample, Token));

        var dry = await EmulatorProcess.RunAsync(folder.Path, "forget-user", user, "--dry-run", "--data", "data");
        dry.OutputLines.ShouldBe(["pet-match-attributes: 1 item to be deleted", "pet-match-analytics: 1 item to be deleted"]);

        var run = await EmulatorProcess.RunAsync(folder.Path, "forget-user", user, "--data", "data");
        run.ExitCode.ShouldBe(0, run.Error);
        run.OutputLines.ShouldBe(["pet-match-attributes: 1 item deleted", "pet-match-analytics: 1 item deleted"]);
        run.Error.ShouldContain("What stays: the lines of these hits in the bucket");

        var again = await EmulatorProcess.RunAsync(folder.Path, "forget-user", user, "--data", "data");
        again.OutputLines.ShouldBe(["pet-match-attributes: 0 items deleted", "pet-match-analytics: 0 items deleted"]);
    }

    [Theory]
    [InlineData(Account)]
    [InlineData(Pseudonym)]
    public async Task In_aws_all_keys_of_the_account_and_its_pseudonyms_go_and_other_users_stay(string id)
    {
        await using var cloud = await LocalCloud.StartAsync(new LocalCloudOptions(folder.Find("aws")), Token);
        using var dynamoDb = LocalClients.DynamoDb(cloud.DynamoDbAddress);
        await new LocalTables(dynamoDb, SkillDefinition.PetMatch).PrepareAsync(Token);
        var keys = new AttributeValue { M = new() { ["device"] = new() { BOOL = true } } };
        await PutAsync(dynamoDb, Names.AttributesTable, ("id", new(Account)), ("attributes", new() { M = new() { ["keysOfAccount"] = keys, ["pseudonym"] = new(Pseudonym) } }));
        await PutAsync(dynamoDb, Names.AttributesTable, ("id", new("device")), ("attributes", new() { M = new() { ["name"] = new("Ann") } }));
        await PutAsync(dynamoDb, Names.AttributesTable, ("id", new("other")), ("attributes", new() { M = new() { ["name"] = new("Bob") } }));
        foreach (var (hit, user) in new[] { ("r1", Account), ("r2", Pseudonym), ("r3", "other") })
        {
            await PutAsync(dynamoDb, Names.HitsTable, ("request_id", new(hit)), ("user_id", new(user)));
        }

        var run = await EmulatorProcess.RunWithAsync(
            folder.Path,
            input: "",
            [
                ("AWS_ENDPOINT_URL_DYNAMODB", cloud.DynamoDbAddress),
                ("AWS_ACCESS_KEY_ID", LocalAccount.AccessKey),
                ("AWS_SECRET_ACCESS_KEY", LocalAccount.AccessKey),
                ("AWS_REGION", LocalAccount.Region),
            ],
            "forget-user", id, "--aws");

        run.ExitCode.ShouldBe(0, run.Error);
        run.OutputLines.ShouldBe(["pet-match-attributes: 2 items deleted", "pet-match-analytics: 2 items deleted"]);
        (await KeysAsync(dynamoDb, Names.AttributesTable, "id")).ShouldBe(["other"]);
        (await KeysAsync(dynamoDb, Names.HitsTable, "request_id")).ShouldBe(["r3"]);
    }

    private static string UserOf(string request) =>
        System.Text.Json.Nodes.JsonNode.Parse(request)!["context"]!["System"]!["user"]!["userId"]!.GetValue<string>();

    private static Task<PutItemResponse> PutAsync(AmazonDynamoDBClient dynamoDb, string table, params (string Name, AttributeValue Value)[] attributes) =>
        dynamoDb.PutItemAsync(table, attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value), Token);

    private static async Task<IEnumerable<string>> KeysAsync(AmazonDynamoDBClient dynamoDb, string table, string key) =>
        (await dynamoDb.ScanAsync(new ScanRequest(table), Token)).Items.Select(item => item[key].S);
}
