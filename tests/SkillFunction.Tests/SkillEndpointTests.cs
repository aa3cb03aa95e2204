using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SkillFunction.Breeds;
using SkillFunction.Tests.Fakes;
using SkillHosting;

namespace SkillFunction.Tests;

public sealed class SkillEndpointTests : IAsyncLifetime
{
    private const string Empty = """{"version":"1.0","response":{}}""";

    private static readonly string Complete = AlexaJson.PetMatch(
        "COMPLETED", AlexaJson.Said("size", "large"), AlexaJson.Said("temperament", "guard"), AlexaJson.Said("energy", "high"));

    private TestSkill skill = null!;

    public async ValueTask InitializeAsync() => skill = await TestSkill.StartAsync();

    public ValueTask DisposeAsync() => skill.DisposeAsync();

    [Fact]
    public async Task A_launch_welcomes_and_listens() =>
        Stays(await skill.AskAsync(AlexaJson.Request("LaunchRequest")), "Welcome to Pet Match!");

    [Theory]
    [InlineData("AMAZON.HelpIntent", "I match people with dogs.")]
    [InlineData("AMAZON.FallbackIntent", "Sorry, I didn't get that.")]
    [InlineData("OrderPizzaIntent", "Sorry, I didn't get that.")]
    public async Task Help_fallback_and_unknown_intents_listen(string intent, string speech) =>
        Stays(await skill.AskAsync(AlexaJson.Intent(intent)), speech);

    [Theory]
    [InlineData("AMAZON.StopIntent")]
    [InlineData("AMAZON.CancelIntent")]
    [InlineData("AMAZON.NavigateHomeIntent")]
    public async Task Whoever_wants_to_leave_may_leave(string intent) => Ends(await skill.AskAsync(AlexaJson.Intent(intent)), "Goodbye");

    [Theory]
    [InlineData("SessionEndedRequest", "\"reason\":\"USER_INITIATED\"", 0)]
    [InlineData("SessionEndedRequest", "\"error\":{\"type\":\"INVALID_RESPONSE\",\"message\":\"SECRET\"}", 1)]
    [InlineData("System.ExceptionEncountered", "\"error\":{\"type\":\"INVALID_RESPONSE\",\"message\":\"SECRET\"}", 1)]
    [InlineData("AlexaSkillEvent.SkillEnabled", "\"eventCreationTime\":\"2026-11-21T09:30:15Z\"", 0)]
    [InlineData("AlexaSkillEvent.SkillPermissionChanged", "\"body\":{\"acceptedPermissions\":[]}", 0)]
    [InlineData("AlexaSkillEvent.OfNextYear", "\"body\":7", 0)]
    public async Task Some_requests_want_no_speech(string type, string properties, int logged)
    {
        (await skill.AskAsync(AlexaJson.Request(type, properties))).ToJsonString().ShouldBe(Empty);

        skill.Log.All.ShouldBe(Enumerable.Repeat("Warning: Alexa reports an error: INVALID_RESPONSE", logged));
        skill.DynamoDb.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_screen_could_not_show_is_logged_in_one_line_and_not_spoken_of()
    {
        const string Errors = """
            "token":"match","errors":[{"type":"LIST_ERROR","reason":"INVALID_LIST_ITEM","message":"SECRET"},{"type":"PACKAGE_ERROR"},
            {"type":"LIST_ERROR","reason":"INVALID_LIST_ITEM","message":"SECRET, too"}]
            """;

        (await skill.AskAsync(AlexaJson.Request("Alexa.Presentation.APL.RuntimeError", Errors))).ToJsonString().ShouldBe(Empty);

        skill.Log.All.ShouldBe(
            ["Warning: A screen reports what it could not show: LIST_ERROR (INVALID_LIST_ITEM), PACKAGE_ERROR (no reason)"]);
    }

    [Fact]
    public async Task An_unknown_request_in_a_session_is_not_understood() =>
        Stays(await skill.AskAsync(AlexaJson.Request("Alexa.Of.Next.Year")), "Sorry, I didn't get that.");

    [Theory]
    [InlineData("AlexaSkillEvent.SkillDisabled")]
    [InlineData("Alexa.Presentation.APL.UserEvent")]
    [InlineData("Connections.Response")]
    [InlineData("System.ExceptionEncountered")]
    [InlineData("Alexa.Of.Next.Year")]
    public async Task An_event_outside_a_session_gets_an_empty_answer(string type)
    {
        var skillEvent = $$"""
            {"context":{"System":{"application":{"applicationId":"{{TestSkill.SkillId}}"} } },
            "request":{"type":"{{type}}","token":"match","arguments":["another"]} }
            """;

        (await skill.AskAsync(skillEvent)).ToJsonString().ShouldBe(Empty);
    }

    [Fact]
    public async Task Another_skill_is_refused_before_anything_is_read_or_written()
    {
        foreach (var foreign in new[] { Complete.Replace(TestSkill.SkillId, "amzn1.ask.skill.FOREIGN", StringComparison.Ordinal), "{}" })
        {
            Ends(await skill.AskAsync(foreign), "I'm sorry, this endpoint doesn't serve that skill.");
        }

        skill.LookedUp.ShouldBeEmpty();
        skill.DynamoDb.Calls.ShouldBeEmpty();
        skill.Log.All.Count.ShouldBe(2);
        skill.Log.All.ShouldAllBe(line => line.Contains("another skill", StringComparison.Ordinal) && !line.Contains("FOREIGN"));
    }

    [Fact]
    public async Task Any_skill_is_answered_where_the_settings_say_so()
    {
        await using var open = await TestSkill.StartAsync(skillId: null);

        Stays(await open.AskAsync(AlexaJson.Request("LaunchRequest", skillId: "amzn1.ask.skill.FOREIGN")), "Welcome");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("""{"session":{"user":{"userId":"SECRET"}},"request":""")]
    [InlineData("[1,2,3]")]
    public async Task What_cannot_be_read_is_refused_clearly(string json)
    {
        Ends(await skill.AskAsync(json), "I'm sorry, that request couldn't be read.");

        skill.Log.All.ShouldHaveSingleItem().ShouldStartWith("Warning: A request was refused: ");
        skill.Log.All[0].ShouldNotContain("SECRET");
    }

    [Fact]
    public async Task A_failing_look_up_is_told_and_recorded()
    {
        await using var broken = await TestSkill.StartAsync(lookup: (_, _) => throw new InvalidOperationException("as told"));

        Ends(await broken.AskAsync(Complete), "I'm sorry, I can't get at my list of dogs");
        ((string?)broken.Hits.ShouldHaveSingleItem()["outcome"]!["S"]).ShouldBe("api_error");
        ((string?)broken.Hits[0]["api_execution_time"]!["N"]).ShouldBe("42");
        broken.Log.All.ShouldBe(["Error: A breed look-up failed: InvalidOperationException: as told"]);
    }

    [Fact]
    public async Task A_look_up_without_end_is_given_up()
    {
        var time = new TestTime();
        await using var hanging = await TestSkill.StartAsync(
            lookup: (_, _) =>
            {
                time.Advance(BreedFinder.TableLimit);
                return new TaskCompletionSource<string?>().Task;
            },
            time: time);

        Ends(await hanging.AskAsync(Complete), "I'm sorry, I can't get at my list of dogs");
        hanging.Log.All[0].ShouldBe("Error: A breed look-up failed: it took too long");
    }

    [Fact]
    public async Task A_repeated_request_gets_the_same_answer()
    {
        var first = await skill.AskAsync(Complete);
        skill.DynamoDb.Answer = FakeDynamoDb.Fail(StatusCodes.Status400BadRequest, "ConditionalCheckFailedException");
        var second = await skill.AskAsync(Complete);

        second.ToJsonString().ShouldBe(first.ToJsonString());
        skill.Log.All.ShouldHaveSingleItem().ShouldStartWith("Information: A repeated request");
    }

    [Theory]
    [InlineData(StatusCodes.Status400BadRequest, "ResourceNotFoundException")]
    [InlineData(StatusCodes.Status400BadRequest, "ProvisionedThroughputExceededException")]
    [InlineData(StatusCodes.Status500InternalServerError, "InternalServerError")]
    [InlineData(StatusCodes.Status418ImATeapot, "Teapot")]
    public async Task A_hit_that_cannot_be_written_leaves_the_answer_alone(int status, string type)
    {
        skill.DynamoDb.Answer = FakeDynamoDb.Fail(status, type);

        Ends(await skill.AskAsync(Complete), "An Otterhound");
        Ends(await skill.AskAsync(Complete), "An Otterhound");
        skill.Log.All.Count.ShouldBe(2);
        skill.Log.All.ShouldAllBe(line => line.StartsWith("Error: A hit was not written: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_write_without_end_is_given_up()
    {
        var time = new TestTime();
        await using var hanging = await TestSkill.StartAsync(time: time);
        hanging.DynamoDb.Answer = TestServer.Hang(() => time.Advance(HitWriter.Limit));

        var dragon = AlexaJson.PetMatch("COMPLETED", AlexaJson.Said("pet", "dragon", "mythical creatures"));
        Stays(await hanging.AskAsync(dragon), "I'd love to");
        hanging.Log.All.ShouldBe(["Error: A hit was not written: it took too long"]);
    }

    [Theory]
    [InlineData("\"requestId\":\"\"")]
    [InlineData("\"requestId\":5")]
    public async Task A_request_without_an_id_is_answered_and_no_row(string id)
    {
        Ends(await skill.AskAsync(Complete.Replace("\"requestId\":\"request-1\"", id, StringComparison.Ordinal)), "An Otterhound");

        skill.DynamoDb.Calls.ShouldBeEmpty();
        skill.Log.All.ShouldBe(["Error: A hit was not written: the request has no id"]);
    }

    [Fact]
    public async Task Nothing_that_identifies_anybody_is_logged()
    {
        skill.DynamoDb.Answer = FakeDynamoDb.Fail(StatusCodes.Status400BadRequest, "ValidationException");
        await skill.AskAsync(AlexaJson.PetMatch("IN_PROGRESS", AlexaJson.Unresolved("size", "SECRETSIZE")));

        skill.Log.All.ShouldHaveSingleItem().ShouldNotContain("SECRET");
    }

    private static void Stays(JsonNode response, string speech)
    {
        Speech(response, "outputSpeech").ShouldStartWith($"<speak>{speech}");
        Speech(response["response"]!, "reprompt", "outputSpeech").ShouldNotBe("<speak></speak>");
        ((bool?)response["response"]!["shouldEndSession"]).ShouldBe(false);
    }

    private static void Ends(JsonNode response, string speech)
    {
        Speech(response, "outputSpeech").ShouldStartWith($"<speak>{speech}");
        response["response"]!["reprompt"].ShouldBeNull();
        ((bool?)response["response"]!["shouldEndSession"]).ShouldBe(true);
    }

    private static string Speech(JsonNode response, params string[] path) =>
        (string)path.Aggregate(response["response"] ?? response, (node, name) => node[name]!)["ssml"]!;
}
