using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using SkillFunction.Tests.Fakes;

namespace SkillFunction.Tests.Memory;

public sealed class PseudonymTests : IAsyncLifetime
{
    private static readonly string Mini = AlexaJson.PetMatch("STARTED", AlexaJson.Said("size", "mini", "small", "tiny"));

    private readonly MemoryStore store = new();
    private TestSkill skill = null!;

    public async ValueTask InitializeAsync() => skill = await TestSkill.StartAsync(store: store, usesPseudonyms: true);

    public ValueTask DisposeAsync() => skill.DisposeAsync();

    [Fact]
    public async Task Every_hit_of_a_user_tells_the_one_id_that_is_stored()
    {
        await skill.AskAsync(Mini);
        await skill.AskAsync(MemoryJson.MyNameIs("Anna"));
        await skill.AskAsync(MemoryJson.Otterhound);

        var id = (string)store.Stored!["pseudonym"]!;
        id.ShouldMatch("^[0-9a-f]{32}$");
        Users.ShouldBe([id, id]);
        store.Stored.Select(value => value.Key).ShouldBe(["pseudonym", "name", "lastMatch"], ignoreOrder: true);
        store.Uses.ShouldBe(["get", "save", "get", "save", "get", "save"]);
        skill.Hits.ShouldAllBe(hit => !hit.ToJsonString().Contains(AlexaJson.UserId));
    }

    [Fact]
    public async Task Who_is_forgotten_has_another_id()
    {
        await skill.AskAsync(Mini);
        await skill.AskAsync(MemoryJson.Reply("AMAZON.YesIntent", await skill.AskAsync(MemoryJson.ForgetMe)));
        store.Stored.ShouldBeNull();
        await skill.AskAsync(Mini);

        Users.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Who_was_seen_once_is_not_greeted_as_an_acquaintance()
    {
        await skill.AskAsync(Mini);

        MemoryJson.Speech(await skill.AskAsync(MemoryJson.Launch)).ShouldStartWith("Welcome to Pet Match!");
        skill.Log.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("\"amzn1.ask.account.SECRETUSER\"")]
    [InlineData("\"0123456789ABCDEF0123456789ABCDEF\"")]
    public async Task What_is_no_such_id_is_replaced(string stored)
    {
        store.Stored = JsonNode.Parse($$"""{"pseudonym":{{stored}},"visits":3}""")!.AsObject();

        await skill.AskAsync(Mini);

        Users.ShouldHaveSingleItem().ShouldNotBeNull().ShouldMatch("^[0-9a-f]{32}$");
        ((int?)store.Stored["visits"]).ShouldBe(3);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("save")]
    public async Task An_id_that_cannot_be_kept_is_not_told(string failing)
    {
        store.Instead = use => use == failing
            ? throw new PersistenceException(PersistenceFailure.AccessDenied, "as told")
            : Task.CompletedTask;

        MemoryJson.Speech(await skill.AskAsync(MemoryJson.Otterhound)).ShouldStartWith("An Otterhound");

        Users.ShouldBe([null]);
        ((string?)skill.Hits.ShouldHaveSingleItem()["outcome"]!["S"]).ShouldBe("match");
        skill.Log.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_store_nobody_has_an_id()
    {
        await using var forgetful = await TestSkill.StartAsync(usesPseudonyms: true);

        await forgetful.AskAsync(MemoryJson.Otterhound);

        forgetful.Hits.ShouldHaveSingleItem()["user_id"].ShouldBeNull();
        forgetful.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Alexas_id_is_told_where_the_settings_say_so()
    {
        await using var open = await TestSkill.StartAsync(store: store);

        await open.AskAsync(Mini);

        ((string?)open.Hits.ShouldHaveSingleItem()["user_id"]!["S"]).ShouldBe(AlexaJson.UserId);
        store.Uses.ShouldBeEmpty();
    }

    private string?[] Users => [.. skill.Hits.Select(hit => (string?)hit["user_id"]?["S"])];
}
