using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using FunctionHosting;
using LocalEmulator;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;

namespace SkillFunction.Tests;

public sealed class MetricsTests
{
    [Fact]
    public async Task An_answer_is_counted_by_its_outcome_with_its_hit_and_its_look_up()
    {
        await using var skill = await TestSkill.StartAsync();

        await skill.AskAsync(Sample("pet-match-completed-match.json"));

        var line = skill.Metrics.ShouldHaveSingleItem();
        ((string?)line[Metrics.OutcomeDimension]).ShouldBe("match");
        new[] { Metrics.Answers, Metrics.Hits, Metrics.ColdStarts }.ShouldAllBe(metric => (int)line[metric.Name]! == 1);
        line[Metrics.LookupTime.Name].ShouldNotBeNull();
        line[Metrics.HitsNotWritten.Name].ShouldBeNull();
    }

    [Fact]
    public async Task A_request_beside_Pet_Match_is_no_answer()
    {
        await using var skill = await TestSkill.StartAsync();

        await skill.AskAsync(Sample("launch.json"));
        await skill.AskAsync(Sample("help.json"));

        skill.Metrics.Select(Values).ShouldBe(["ColdStarts"]);
    }

    [Fact]
    public async Task A_hit_that_could_not_be_written_is_counted_as_such()
    {
        await using var skill = await TestSkill.StartAsync();
        skill.DynamoDb.Answer = FakeDynamoDb.Fail(400, "ResourceNotFoundException");

        await skill.AskAsync(Sample("pet-match-completed-match.json"));

        var line = skill.Metrics.ShouldHaveSingleItem();
        ((int?)line[Metrics.HitsNotWritten.Name]).ShouldBe(1);
        line[Metrics.Hits.Name].ShouldBeNull();
    }

    [Fact]
    public async Task A_request_whose_user_could_not_be_remembered_is_counted_once()
    {
        var store = new MemoryStore { Instead = _ => throw new PersistenceException(PersistenceFailure.Unavailable, "The store is away.") };
        await using var skill = await TestSkill.StartAsync(store: store);

        await skill.AskAsync(Sample("pet-match-completed-match.json"));

        ((int?)skill.Metrics.ShouldHaveSingleItem()[Metrics.MemoryFailures.Name]).ShouldBe(1);
    }

    [Fact]
    public async Task No_metric_tells_of_a_user()
    {
        await using var skill = await TestSkill.StartAsync();

        await skill.AskAsync(Sample("pet-match-unmatched-temperament.json"));

        Values(skill.Metrics.ShouldHaveSingleItem()).ShouldBe("ColdStarts Hits Outcome Answers");
    }

    private static string Values(JsonNode line) =>
        string.Join(' ', line.AsObject().Select(property => property.Key).Where(name => name is not ("_aws" or Metrics.FunctionDimension)));

    private static byte[] Sample(string name) => File.ReadAllBytes(Repository.Find("samples", "requests", name));
}
