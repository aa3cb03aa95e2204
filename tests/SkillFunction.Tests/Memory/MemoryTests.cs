using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using SkillFunction.Tests.Fakes;
using static SkillFunction.Tests.Memory.MemoryJson;

namespace SkillFunction.Tests.Memory;

public sealed class MemoryTests : IAsyncLifetime
{
    private const string Invitation = " What kind of dog would you like? You can also just say: find a pet.";
    private const string Fallback = "Sorry, I didn't get that. I can find a dog for you. Try: a large guard dog. What would you like?";
    private const string AnOtterhound = "an Otterhound, a large guard dog with high energy.";
    private const string OtterhoundStored =
        """{"breed":"Otterhound","size":"large","temperament":"guard","energy":"high"}""";

    private readonly MemoryStore store = new();
    private TestSkill skill = null!;

    public async ValueTask InitializeAsync() => skill = await TestSkill.StartAsync(store: store);

    public ValueTask DisposeAsync() => skill.DisposeAsync();

    [Fact]
    public async Task A_name_is_remembered_and_greeted()
    {
        (await SayAsync(MyNameIs(" Anna "))).ShouldBe($"Nice to meet you, Anna! I'll remember your name.{Invitation}");

        store.Stored!.ToJsonString().ShouldBe("""{"name":"Anna"}""");
        store.Uses.ShouldBe(["get", "save"]);
    }

    [Fact]
    public async Task What_others_have_stored_stays()
    {
        store.Stored = Json("""{"visits":3,"name":"Bob","nested":{"list":[1.50,null]}}""");

        await skill.AskAsync(MyNameIs("Anna"));
        await skill.AskAsync(Otterhound);

        store.Stored.ToJsonString().ShouldBe(
            $$"""{"visits":3,"name":"Anna","nested":{"list":[1.50,null]},"lastMatch":{{OtterhoundStored}}}""");
    }

    [Fact]
    public async Task The_same_again_is_not_saved_again()
    {
        await skill.AskAsync(MyNameIs("Anna"));
        await skill.AskAsync(Otterhound);
        store.Uses.Clear();

        await skill.AskAsync(MyNameIs("Anna"));
        await skill.AskAsync(Otterhound);

        store.Uses.ShouldBe(["get", "get"]);
    }

    [Fact]
    public async Task Use_keeps_what_is_remembered_from_expiring()
    {
        store.Stored = Json("""{"name":"Anna"}""");
        store.IsDue = true;

        await skill.AskAsync(Launch);
        await skill.AskAsync(AlexaJson.Intent("AMAZON.HelpIntent"));

        store.Uses.ShouldBe(["get", "save"]);
        store.Stored.ToJsonString().ShouldBe("""{"name":"Anna"}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_name_that_was_not_heard_is_asked_for(string? name)
    {
        var response = await skill.AskAsync(MyNameIs(name));

        Speech(response).ShouldStartWith("Sorry, I didn't catch your name.");
        ((bool?)response["response"]!["shouldEndSession"]).ShouldBe(false);
        store.Uses.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_is_capped_and_no_character_cut_in_two()
    {
        await skill.AskAsync(MyNameIs($"{new string('a', 99)}🐕🐕"));

        ((string?)store.Stored!["name"]).ShouldBe(new string('a', 99));
    }

    [Theory]
    [InlineData(null, "Welcome to Pet Match!")]
    [InlineData("{}", "Welcome to Pet Match!")]
    [InlineData("""{"visits":3}""", "Welcome to Pet Match!")]
    [InlineData("""{"name":"Anna & Bob"}""", $"Welcome back, Anna &amp; Bob!{Invitation}")]
    [InlineData($$"""{"lastMatch":{{OtterhoundStored}}}""", $"Welcome back! Last time I found you {AnOtterhound}{Invitation}")]
    [InlineData(
        $$"""{"name":"Anna","lastMatch":{{OtterhoundStored}}}""", $"Welcome back, Anna! Last time I found you {AnOtterhound}{Invitation}")]
    public async Task A_launch_greets_by_what_is_known(string? stored, string speech)
    {
        store.Stored = stored is null ? null : Json(stored);

        (await SayAsync(Launch)).ShouldStartWith(speech);
        store.Uses.ShouldBe(["get"]);
        skill.Log.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"name":["SECRET"],"lastMatch":"SECRET"}""", "name, lastMatch")]
    [InlineData("""{"name":" "}""", "name")]
    [InlineData("""{"name":null,"lastMatch":{"breed":"SECRET","size":3}}""", "lastMatch")]
    public async Task Values_of_another_shape_are_told_in_one_line_and_ignored(string stored, string names)
    {
        store.Stored = Json(stored);

        (await SayAsync(Launch)).ShouldStartWith("Welcome to Pet Match!");

        var line = skill.Log.All.ShouldHaveSingleItem();
        line.ShouldEndWith($"which are ignored: {names}");
        line.ShouldNotContain("SECRET");
    }

    [Fact]
    public async Task The_hit_does_not_wait_for_the_memory()
    {
        var hit = new TaskCompletionSource();
        var answer = skill.DynamoDb.Answer;
        skill.DynamoDb.Answer = async context =>
        {
            await answer(context);
            hit.TrySetResult();
        };
        store.Instead = use => use == "get" ? hit.Task : Task.CompletedTask;

        await skill.AskAsync(Otterhound);

        store.Uses.ShouldBe(["get", "save"]);
        skill.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_memory_does_not_wait_for_the_hit()
    {
        var read = new TaskCompletionSource();
        var answer = skill.DynamoDb.Answer;
        skill.DynamoDb.Answer = async context =>
        {
            await read.Task;
            await answer(context);
        };
        store.Instead = use =>
        {
            read.TrySetResult();
            return Task.CompletedTask;
        };

        await skill.AskAsync(Otterhound);

        store.Uses.ShouldBe(["get", "save"]);
        skill.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_hit_costs_the_memory_nothing()
    {
        skill.DynamoDb.Answer = FakeDynamoDb.Fail(400, "ResourceNotFoundException");

        await skill.AskAsync(Otterhound);

        store.Stored!.ToJsonString().ShouldBe($$"""{"lastMatch":{{OtterhoundStored}}}""");
        skill.Log.All.ShouldHaveSingleItem().ShouldStartWith("Error: A hit was not written");
    }

    [Fact]
    public async Task A_stored_name_without_end_is_not_told_in_full()
    {
        store.Stored = new JsonObject { ["name"] = new string('a', 100_000) };

        (await SayAsync(Launch)).ShouldBe($"Welcome back, {new string('a', 100)}!{Invitation}");
    }

    [Fact]
    public async Task The_last_match_is_told()
    {
        (await SayAsync(LastMatch)).ShouldBe($"I haven't found a dog for you yet.{Invitation}");

        await skill.AskAsync(Otterhound);

        (await SayAsync(LastMatch)).ShouldBe($"Your last match was {AnOtterhound}{Invitation}");
    }

    [Fact]
    public async Task Only_a_match_is_remembered_and_each_request_is_one_hit()
    {
        await using var poor = await TestSkill.StartAsync(store: store, lookup: (_, _) => Task.FromResult<string?>(null));

        await poor.AskAsync(Otterhound);
        await poor.AskAsync(AlexaJson.PetMatch("STARTED"));
        await poor.AskAsync(AlexaJson.PetMatch("COMPLETED", AlexaJson.Said("pet", "unicorn", "mythical creatures")));

        store.Uses.ShouldBeEmpty();
        poor.Hits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Requests_that_need_no_memory_leave_the_store_alone()
    {
        foreach (var intent in new[] { "AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "ForgetMeIntent" })
        {
            await skill.AskAsync(AlexaJson.Intent(intent));
        }

        store.Uses.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"userInformationPersistenceStatus":"NOT_PERSISTED"}""", false)]
    [InlineData("""{"userInformationPersistenceStatus":"PERSISTED"}""", true)]
    [InlineData("{}", true)]
    [InlineData("null", true)]
    [InlineData("7", true)]
    public async Task Disabling_the_skill_forgets_a_user_whom_Alexa_forgets(string body, bool isKept)
    {
        await skill.AskAsync(MyNameIs("Anna"));

        var answer = await skill.AskAsync(AlexaJson.Request("AlexaSkillEvent.SkillDisabled", $"\"body\":{body}"));

        answer["response"]!.AsObject().ShouldBeEmpty();
        (store.Stored is { Count: > 0 }).ShouldBe(isKept);
    }

    [Fact]
    public async Task Forgetting_takes_a_yes()
    {
        store.Stored = Json("""{"name":"Anna","visits":3}""");

        var question = await skill.AskAsync(ForgetMe);
        Speech(question).ShouldBe("I would forget your name and your last match for good. Are you sure?");
        ((bool?)question["response"]!["shouldEndSession"]).ShouldBe(false);
        store.Stored.ShouldNotBeNull();

        var answer = await skill.AskAsync(Reply("AMAZON.YesIntent", question));
        Speech(answer).ShouldBe($"Done, I have forgotten your name and your last match.{Invitation}");
        ((string?)answer["sessionAttributes"]!["question"]).ShouldBe("start");
        store.Stored.ShouldBeNull();
        store.Uses.ShouldBe(["delete"]);
    }

    [Fact]
    public async Task A_no_keeps_everything()
    {
        store.Stored = Json("""{"name":"Anna"}""");

        var answer = await skill.AskAsync(Reply("AMAZON.NoIntent", await skill.AskAsync(ForgetMe)));

        Speech(answer).ShouldBe($"Fine, I keep what I know.{Invitation}");
        ((string?)answer["sessionAttributes"]!["question"]).ShouldBe("start");
        store.Uses.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AMAZON.YesIntent")]
    [InlineData("AMAZON.NoIntent")]
    public async Task A_yes_or_no_to_no_question_is_not_understood(string intent)
    {
        (await SayAsync(AlexaJson.Intent(intent))).ShouldBe(Fallback);

        foreach (var question in new JsonNode?[] { 1, "other", null, new JsonObject { ["forgetMe"] = true } })
        {
            var forged = new JsonObject { ["sessionAttributes"] = new JsonObject { ["question"] = question } };
            (await SayAsync(Reply(intent, forged))).ShouldBe(Fallback);
        }

        store.Uses.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_store_the_skill_says_so()
    {
        await using var forgetful = await TestSkill.StartAsync();

        Speech(await forgetful.AskAsync(MyNameIs("Anna")))
            .ShouldBe($"Nice to meet you, Anna! I don't keep a memory, so I won't know your name next time.{Invitation}");
        Speech(await forgetful.AskAsync(LastMatch)).ShouldBe($"I don't keep a memory, so I don't know your last match.{Invitation}");
        var forget = await forgetful.AskAsync(ForgetMe);
        Speech(forget).ShouldBe($"I don't keep a memory, so there is nothing to forget.{Invitation}");
        Speech(await forgetful.AskAsync(Reply("AMAZON.YesIntent", forget))).ShouldBe(Fallback);
        Speech(await forgetful.AskAsync(Launch)).ShouldStartWith("Welcome to Pet Match!");
        forgetful.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_that_fails_is_told_once_a_request_and_the_skill_answers()
    {
        store.Instead = _ => throw new PersistenceException(PersistenceFailure.AccessDenied, "as\ntold");

        (await SayAsync(Launch)).ShouldStartWith("Welcome to Pet Match!");
        (await SayAsync(MyNameIs("Anna"))).ShouldStartWith("Nice to meet you, Anna! I'm sorry, I couldn't remember that.");
        (await SayAsync(LastMatch)).ShouldStartWith("I'm sorry, I can't remember your last match right now.");
        (await SayAsync(Reply("AMAZON.YesIntent", await skill.AskAsync(ForgetMe)))).ShouldStartWith("I'm sorry, I couldn't forget that");
        (await SayAsync(Otterhound)).ShouldStartWith("An Otterhound would be a great match");

        const string Line = "Error: What is remembered of a user could not be";
        skill.Log.All.ShouldBe(new[] { "read", "read", "read", "deleted", "read" }.Select(what => $"{Line} {what}: AccessDenied: as told"));
        store.Uses.ShouldBe(["get", "get", "get", "delete", "get"]);
        skill.Hits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_saved_is_told_once()
    {
        store.Instead = use => use == "save" ? throw new PersistenceException(PersistenceFailure.Refused, "as told") : Task.CompletedTask;

        (await SayAsync(MyNameIs("Anna"))).ShouldContain("I couldn't remember that");
        (await SayAsync(Otterhound)).ShouldStartWith("An Otterhound would be a great match");

        skill.Log.All.Distinct().ShouldHaveSingleItem()
            .ShouldBe("Error: What is remembered of a user could not be saved: Refused: as told");
        store.Uses.ShouldBe(["get", "save", "get", "save"]);
    }

    [Fact]
    public async Task A_store_without_end_is_given_up()
    {
        var time = new TestTime();
        await using var hurried = await TestSkill.StartAsync(
            store: store, lookup: (_, _) => Task.FromResult<string?>("Otterhound"), time: time);
        store.Instead = _ =>
        {
            time.Advance(SkillFunction.Memory.UserMemory.Limit);
            return new TaskCompletionSource().Task;
        };

        Speech(await hurried.AskAsync(MyNameIs("Anna"))).ShouldContain("I couldn't remember that");

        hurried.Log.All.ShouldBe(["Error: What is remembered of a user could not be read: Unavailable: the store took longer than 2 s."]);
    }

    [Fact]
    public async Task A_fault_of_an_adapter_is_told_by_its_type_alone()
    {
        store.Instead = _ => throw new InvalidOperationException(AlexaJson.UserId);

        await skill.AskAsync(Launch);

        skill.Log.All.ShouldBe(["Error: What is remembered of a user could not be read: InvalidOperationException"]);
    }

    private static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();

    private async Task<string> SayAsync(string request) => Speech(await skill.AskAsync(request));
}
