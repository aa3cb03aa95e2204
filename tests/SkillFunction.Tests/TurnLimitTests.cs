using System.Text.Json.Nodes;
using AlexaSkill.Dispatch;
using AlexaSkill.Responses;
using SkillFunction.Breeds;
using SkillFunction.Conversation;
using SkillFunction.Memory;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;
using SkillHosting;

namespace SkillFunction.Tests;

public sealed class TurnLimitTests
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(6);

    public static TheoryData<string, string> Turns => new()
    {
        { MemoryJson.Otterhound, "I'm sorry, I can't get at my list of dogs" },
        { MemoryJson.Launch, "Welcome to Pet Match!" },
        { MemoryJson.MyNameIs("Anna"), "Nice to meet you, Anna!" },
        { MemoryJson.LastMatch, "I'm sorry, I can't remember your last match" },
        { AlexaJson.PetMatch("COMPLETED", AlexaJson.Said("pet", "dragon", "mythical creatures")), "I'd love to" },
        { AlexaJson.PetMatch("STARTED"), "" },
        {
            AlexaJson.Request("AlexaSkillEvent.SkillDisabled", "\"body\":{\"userInformationPersistenceStatus\":\"NOT_PERSISTED\"}"), ""
        },
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public async Task A_turn_in_which_everything_hangs_ends_in_time_with_an_answer(string request, string speech)
    {
        var time = new TestTime();
        await using var alexa = await TestServer.StartAsync(TestServer.Hang());
        await using var skill = await TestSkill.StartAsync(
            lookup: (_, _) => new TaskCompletionSource<string?>().Task,
            store: new MemoryStore { Instead = _ => new TaskCompletionSource().Task },
            usesPseudonyms: true,
            time: time);
        skill.DynamoDb.Answer = TestServer.Hang();

        var answer = Pump.Run(time, () => skill.AskAsync(AlexaJson.SentFrom(alexa.Address, request)));

        time.Elapsed.ShouldBeGreaterThan(TimeSpan.Zero);
        time.Elapsed.ShouldBeLessThan(Promised);
        (Speech(answer) ?? "").ShouldStartWith(speech);
        skill.Log.All.ShouldNotContain(line => line.Contains("Invocation", StringComparison.Ordinal));
    }

    [Fact]
    public void The_limits_of_all_parts_together_stay_within_that_of_the_turn()
    {
        var lookup = BreedFinder.HttpLimit > BreedFinder.TableLimit ? BreedFinder.HttpLimit : BreedFinder.TableLimit;

        (lookup + UserMemory.Limit + HitWriter.Limit).ShouldBeLessThan(SkillPipeline.TurnLimit);
        SkillPipeline.TurnLimit.ShouldBeLessThan(Promised);
    }

    [Fact]
    public async Task Whatever_else_hangs_is_given_up_with_an_apology()
    {
        var (time, log) = (new TestTime(), new LogLines());
        var hangs = Match.Any.To((_, _) => new TaskCompletionSource<ResponseEnvelope>().Task);
        var skill = new Skill(new SkillOptions { SkillId = SkillId.Any, Handlers = [hangs], TurnLimit = SkillPipeline.TurnLimit, TimeProvider = time });
        await using var request = new MemoryStream("{}"u8.ToArray());
        var endpoint = new SkillEndpoint(skill, SkillComposition.Phrases, NoMetrics.Create(), log);

        await using var answer = Pump.Run(time, async () => await endpoint.HandleAsync(request, new LambdaContext()));

        Speech((await JsonNode.ParseAsync(answer, cancellationToken: TestContext.Current.CancellationToken))!)!
            .ShouldStartWith("I'm sorry, something went wrong");
        time.Elapsed.ShouldBe(SkillPipeline.TurnLimit);
        log.All.ShouldHaveSingleItem().ShouldStartWith("Error: Invocation invocation-1 failed with TurnTimeoutException");
    }

    [Fact]
    public async Task What_ends_as_cancelled_though_nobody_cancels_it_is_apologized_for()
    {
        var log = new LogLines();
        var ends = Match.Any.To((_, _) => Task.FromException<ResponseEnvelope>(new OperationCanceledException()));
        var skill = new Skill(new SkillOptions { SkillId = SkillId.Any, Handlers = [ends] });
        await using var request = new MemoryStream("{}"u8.ToArray());

        await using var answer = await new SkillEndpoint(skill, SkillComposition.Phrases, NoMetrics.Create(), log).HandleAsync(request, new LambdaContext());

        Speech((await JsonNode.ParseAsync(answer, cancellationToken: TestContext.Current.CancellationToken))!)!
            .ShouldStartWith("I'm sorry, something went wrong");
        log.All.ShouldHaveSingleItem().ShouldStartWith("Error: Invocation invocation-1 failed with OperationCanceledException");
    }

    private static string? Speech(JsonNode answer) =>
        ((string?)answer["response"]!["outputSpeech"]?["ssml"])?["<speak>".Length..^"</speak>".Length];
}
