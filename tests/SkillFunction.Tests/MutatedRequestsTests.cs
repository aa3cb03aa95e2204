using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using AlexaSkill.Tests.Requests;
using LocalEmulator;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;

namespace SkillFunction.Tests;

/// <summary>Every sample request as it is, and with any one value left out or of another type.</summary>
public sealed class MutatedRequestsTests
{
    private static readonly string Folder = Path.GetDirectoryName(Repository.Find("samples", "requests", "launch.json"))!;

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Gets_a_valid_response_and_never_more_than_one_hit(string name)
    {
        using var dynamoDb = new InMemoryDynamoDb();
        using var client = dynamoDb.CreateClient();
        await using var skill = await TestSkill.StartAsync(
            store: new MemoryStore { Stored = new JsonObject { ["name"] = "Anna" } }, dynamoDb: client);
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken))!;
        var failures = new List<string>();

        foreach (var mutation in Mutations.Of(sample).Prepend(new Mutations("as it is", sample)))
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(mutation.Json);
            var before = dynamoDb.Puts;
            var answer = await skill.AskAsync(json);

            var request = RequestEnvelope.Read(json);
            var broken = request.ApplicationId == TestSkill.SkillId ? ResponseRules.Broken(answer, request) : Refused(answer);
            broken ??= dynamoDb.Puts - before > (IsPetMatch(request) ? 1 : 0) ? "there are too many hits" : null;
            failures.AddRange(broken is null ? [] : [$"{mutation.Name}: {broken}"]);
        }

        failures.ShouldBeEmpty();
        skill.Log.All.Where(line => line.StartsWith("Error: Invocation", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static bool IsPetMatch(RequestEnvelope request) =>
        request.Request is { Type: RequestTypes.Intent, Intent.Name: "PetMatchIntent" };

    private static string? Refused(JsonNode answer) =>
        (string?)answer["response"]!["outputSpeech"]!["ssml"] == "<speak>I'm sorry, this endpoint doesn't serve that skill.</speak>"
            ? null
            : "another skill is not refused";
}
