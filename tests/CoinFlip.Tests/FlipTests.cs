using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.Dispatch;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using FunctionHosting;
using Microsoft.Extensions.Logging.Abstractions;
using SkillHosting;
using static Testing.TestServer;

namespace CoinFlip.Tests;

/// <summary>The conversation, with a store in memory and a DynamoDB that takes every hit.</summary>
public sealed class FlipTests : IAsyncLifetime
{
    private readonly MemoryStore store = new();
    private readonly MemoryStream metricLines = new();
    private TestServer server = null!;
    private AmazonDynamoDBClient dynamoDb = null!;
    private Skill skill = null!;

    public async ValueTask InitializeAsync()
    {
        server = await StartAsync(Say("{}", contentType: "application/x-amz-json-1.0"));
        dynamoDb = new AmazonDynamoDBClient(
            new BasicAWSCredentials("id", "secret"), new AmazonDynamoDBConfig { ServiceURL = server.Url, AuthenticationRegion = "us-east-1" });
        var time = new FakeTimeProvider(TestTime.Start); // no limit passes on a slow machine
        var metrics = new EmbeddedMetrics(new JsonLogger(metricLines, time), "skill", time);
        var hits = new HitWriter<Flip>(Flip.Record, dynamoDb, "flips", 0, time, metrics, NullLogger.Instance);
        skill = new Skill(new SkillOptions
        {
            SkillId = SkillId.Any,
            Store = store,
            TimeProvider = time,
            Handlers = new FlipHandler(hits, new Scores(time, metrics, NullLogger.Instance), new Heads(), time).Routes,
        });
    }

    public async ValueTask DisposeAsync()
    {
        dynamoDb.Dispose();
        metricLines.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Who_calls_it_right_wins_and_is_told_how_often_in_a_row()
    {
        Speech(await AskAsync("flip-heads")).ShouldBe("It's heads. You win! Heads or tails?");
        Speech(await AskAsync("flip-heads")).ShouldBe("It's heads. You win, 2 in a row! Heads or tails?");
        Speech(await AskAsync("flip-synonym")).ShouldBe("It's heads. You lose. Heads or tails?");

        Speech(await AskAsync("launch")).ShouldBe("Welcome back. You have won 2 of 3. Heads or tails?");
    }

    [Fact]
    public async Task A_flip_is_a_hit_with_what_was_called_and_what_came_up()
    {
        await AskAsync("flip-synonym");

        var item = Item();
        item.Remove("event_time").ShouldBeTrue();
        item.Remove("user_id").ShouldBeTrue();
        item.Remove("request_id").ShouldBeTrue();
        item.ToJsonString().ShouldBe("""{"called":{"S":"tails"},"landed":{"S":"heads"},"won":{"N":"0"},"streak":{"N":"0"}}""");
    }

    [Theory]
    [InlineData("flip-nothing-called", "Heads or tails?")]
    [InlineData("flip-unknown-side", "A coin has no edge. Heads or tails?")]
    public async Task Without_a_side_it_asks_for_one_and_the_turn_is_a_hit(string request, string speech)
    {
        var answer = await AskAsync(request);

        Speech(answer).ShouldBe(speech);
        ((string?)answer["response"]!["directives"]![0]!["type"]).ShouldBe("Dialog.ElicitSlot");
        Item().Select(attribute => attribute.Key).ShouldBe(["request_id", "user_id", "event_time"]);
        store.Values.ShouldBeNull();
    }

    [Fact]
    public async Task Without_its_store_the_game_goes_on()
    {
        store.Fails = true;

        Speech(await AskAsync("launch")).ShouldStartWith("Welcome to Coin Flip.");
        Speech(await AskAsync("flip-heads")).ShouldBe("It's heads. You win! Heads or tails?");
        Item().ContainsKey("streak").ShouldBeFalse();
        ((string?)Item()["won"]!["N"]).ShouldBe("1");
    }

    [Fact]
    public async Task Who_disables_the_skill_for_good_is_forgotten()
    {
        await AskAsync("flip-heads");
        var request = JsonNode.Parse(Checkout.Read("samples", "requests", "skill-disabled-event.json"))!;

        await AskAsync(request);

        store.Values.ShouldBeNull();
    }

    private JsonObject Item() => JsonNode.Parse(server.Requests[^1].Body)!["Item"]!.AsObject();

    private static string Speech(JsonNode answer) =>
        ((string)answer["response"]!["outputSpeech"]!["ssml"]!).Replace("<speak>", "", StringComparison.Ordinal)
            .Replace("</speak>", "", StringComparison.Ordinal).Replace("&apos;", "'", StringComparison.Ordinal);

    private Task<JsonNode> AskAsync(string request) => AskAsync(JsonNode.Parse(Checkout.Read("samples", "CoinFlip", "requests", $"{request}.json"))!);

    private async Task<JsonNode> AskAsync(JsonNode request)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(request.ToJsonString()));
        await using var output = await skill.HandleAsync(input, new Features());
        return (await JsonNode.ParseAsync(output, cancellationToken: TestContext.Current.CancellationToken))!;
    }

    /// <summary>A coin that always shows heads.</summary>
    private sealed class Heads : Random
    {
        public override int Next(int maxValue) => 0;
    }
}
