using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using LocalEmulator;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;

namespace SkillFunction.Tests;

/// <summary>
/// Every sample request, and one of every type that is no intent, as it is and with any one value, or some at once, left out or of another
/// type: each gets a valid response, or is refused because it names no skill.
/// </summary>
public sealed class MutatedRequestsTests
{
    private static readonly string Folder = Path.GetDirectoryName(Repository.Find("samples", "requests", "launch.json"))!;

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Others => new()
    {
        { RequestTypes.CanFulfillIntent, """ "intent":{"name":"PetMatchIntent","slots":{"size":{"name":"size","value":"big"}}}""" },
        { RequestTypes.SkillEnabled, """ "eventCreationTime":"2026-11-21T09:30:15Z" """ },
        { RequestTypes.SkillDisabled, """ "body":{"userInformationPersistenceStatus":"NOT_PERSISTED"}""" },
        { RequestTypes.SkillPermissionAccepted, """ "body":{"acceptedPermissions":[{"scope":"alexa::profile:email:read"}]}""" },
        { RequestTypes.SkillPermissionChanged, """ "body":{"acceptedPermissions":[]}""" },
        { RequestTypes.SkillAccountLinked, """ "body":{"accessToken":"SECRET"}""" },
        { "AlexaSkillEvent.ProactiveSubscriptionChanged", """ "body":{"subscriptions":[]}""" },
        { RequestTypes.ExceptionEncountered, """ "error":{"type":"INVALID_RESPONSE","message":"SECRET"},"cause":{"requestId":"r"}""" },
        { RequestTypes.ConnectionsResponse, """ "name":"Buy","status":{"code":"200","message":"OK"},"token":"t","payload":{}""" },
        { RequestTypes.SessionResumed, """ "cause":{"type":"ConnectionCompleted","token":"t","status":{"code":"200"},"result":{}}""" },
        {
            RequestTypes.AplUserEvent,
            """ "token":"match","arguments":["another"],"source":{"type":"TouchWrapper","handler":"Press","id":"a"},"components":{}"""
        },
        {
            RequestTypes.AplRuntimeError,
            """ "token":"match","errors":[{"type":"LIST_ERROR","reason":"INVALID_LIST_ITEM","message":"SECRET"}]"""
        },
        { "AudioPlayer.PlaybackStarted", """ "offsetInMilliseconds":0""" },
        { "Alexa.Of.Next.Year", """ "intent":{"name":"PetMatchIntent"}""" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_sample_gets_a_valid_response_and_never_more_than_one_hit(string name) =>
        (await FailuresAsync(await File.ReadAllTextAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken)))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Every_other_type_gets_one_too_with_session_locale_and_device_or_without(string type, string properties)
    {
        var whole = JsonNode.Parse(AlexaJson.Request(type, properties))!;
        var bare = whole.DeepClone();
        bare.AsObject().Remove("session");
        bare["request"]!.AsObject().Remove("locale");
        bare["context"]!["System"]!.AsObject().Remove("device");

        (await FailuresAsync(whole.ToJsonString())).ShouldBeEmpty();
        (await FailuresAsync(bare.ToJsonString())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Some_values_may_be_wrong_at_once()
    {
        JsonNode[] requests =
        [
            .. Samples.Select(name => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!),
            .. Others.Select(other => JsonNode.Parse(AlexaJson.Request(other.Data.Item1, other.Data.Item2))!),
        ];
        foreach (var seeds in Fuzz.Seeds(2_000).Chunk(1_000))
        {
            (await FailuresAsync(seeds.Select(seed => Mutated(requests, seed)))).ShouldBeEmpty();
        }
    }

    private static Mutations Mutated(JsonNode[] requests, int seed)
    {
        var random = new Random(seed);
        var mutation = Mutations.Some(requests[random.Next(requests.Length)], random);
        return mutation with { Name = $"{Fuzz.Alone(seed)}: {mutation.Name}" };
    }

    private static Task<IReadOnlyList<string>> FailuresAsync(string json)
    {
        var sample = JsonNode.Parse(json)!;
        return FailuresAsync(Mutations.Of(sample).Prepend(new Mutations("as it is", sample)));
    }

    private static async Task<IReadOnlyList<string>> FailuresAsync(IEnumerable<Mutations> mutations)
    {
        using var dynamoDb = new InMemoryDynamoDb();
        using var client = dynamoDb.CreateClient();
        var store = new MemoryStore { Stored = new JsonObject { ["name"] = "Anna" } };
        await using var skill = await TestSkill.StartAsync(store: store, dynamoDb: client);
        var failures = new List<string>();
        foreach (var mutation in mutations)
        {
            var before = dynamoDb.Puts;
            var request = JsonSerializer.SerializeToUtf8Bytes(mutation.Json);
            var broken = Broken(await skill.AskAsync(request), RequestEnvelope.Read(request), dynamoDb.Puts - before);
            failures.AddRange(broken is null ? [] : [$"{mutation.Name}: {broken}"]);
        }

        failures.AddRange(skill.Log.All.Where(line => line.StartsWith("Error: Invocation", StringComparison.Ordinal)));
        return failures;
    }

    private static string? Broken(JsonNode answer, RequestEnvelope request, int hits)
    {
        var isServed = request.ApplicationId == TestSkill.SkillId;
        var isPetMatch = isServed && request.Request is { Type: RequestTypes.Intent, Intent.Name: "PetMatchIntent" };
        return (isServed ? ResponseRules.Broken(answer, request) : NotRefused(answer))
            ?? (hits > (isPetMatch ? 1 : 0) ? $"there are {hits} hits" : null)
            ?? (hits == 0 && isPetMatch && request.Request.RequestId is { Length: > 0 } ? "there is no hit" : null);
    }

    private static string? NotRefused(JsonNode answer) =>
        (string?)answer["response"]!["outputSpeech"]!["ssml"] == "<speak>I'm sorry, this endpoint doesn't serve that skill.</speak>"
            ? null
            : "another skill is not refused";
}
