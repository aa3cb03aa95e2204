using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using LocalEmulator;
using SkillFunction.Tests.Fakes;

namespace SkillFunction.Tests.EndToEnd;

/// <summary>Some of the mutated requests, answered by the native executable: no type that JSON may reach was trimmed away.</summary>
public sealed class NativeMutatedRequestsTests(NativeAwsFixture aws)
{
    private const int Every = 100;

    [Fact]
    public async Task Each_gets_a_valid_response_or_is_refused()
    {
        await using var skill = await RunningSkill.StartAsync(aws, ("ATTRIBUTES_STORE", "none"));
        var failures = new List<string>();
        foreach (var path in Directory.GetFiles(Repository.Find("samples", "requests"), "*.json").Order(StringComparer.Ordinal))
        {
            var sample = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
            sample["request"]!["requestId"] = $"mutated-{Path.GetFileName(path)}"; // the rows of the samples as they are belong to another test
            foreach (var mutation in Mutations.Of(sample).Where((_, place) => place % Every == 0))
            {
                var request = JsonSerializer.SerializeToUtf8Bytes(mutation.Json);
                var answer = await skill.AskAsync(request);
                failures.AddRange(IsValid(answer, RequestEnvelope.Read(request)) ? [] : [$"{Path.GetFileName(path)}, {mutation.Name}: {answer}"]);
            }
        }

        failures.ShouldBeEmpty();
        (await skill.StopAsync()).ShouldNotContain("Exception");
    }

    private static bool IsValid(JsonNode answer, RequestEnvelope request) => request.ApplicationId == TestSkill.SkillId
        ? ResponseRules.Broken(answer, request) is null
        : answer["response"]!["outputSpeech"]!["ssml"]!.GetValue<string>().Contains("doesn't serve that skill", StringComparison.Ordinal);
}
