using System.Text.Json.Nodes;
using SkillFunction.Tests.Fakes;

namespace SkillFunction.Tests.Memory;

/// <summary>What one device does with a user's memory while the look-up of another takes its time.</summary>
public sealed class TwoDevicesTests : IAsyncLifetime
{
    private readonly MemoryStore store = new() { Stored = new JsonObject { ["name"] = "Ann" } };
    private readonly TaskCompletionSource<string?> lookup = new();
    private TestSkill slow = null!;
    private TestSkill other = null!;

    public async ValueTask InitializeAsync()
    {
        slow = await TestSkill.StartAsync(store: store, usesPseudonyms: true, lookup: (_, _) => lookup.Task);
        other = await TestSkill.StartAsync(store: store, usesPseudonyms: true);
    }

    public async ValueTask DisposeAsync()
    {
        await slow.DisposeAsync();
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Who_says_forget_me_on_the_other_is_forgotten_for_good()
    {
        var match = slow.AskAsync(MemoryJson.Otterhound);

        var question = await other.AskAsync(MemoryJson.ForgetMe);
        MemoryJson.Speech(await other.AskAsync(MemoryJson.Reply("AMAZON.YesIntent", question))).ShouldStartWith("Done, I have forgotten");
        lookup.SetResult("Otterhound");

        MemoryJson.Speech(await match).ShouldStartWith("An Otterhound");
        store.Stored.ShouldBeNull();
        slow.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_the_other_has_confirmed_stays()
    {
        var match = slow.AskAsync(MemoryJson.Otterhound);

        MemoryJson.Speech(await other.AskAsync(MemoryJson.MyNameIs("Bea"))).ShouldStartWith("Nice to meet you, Bea! I'll remember");
        lookup.SetResult("Otterhound");
        await match;

        ((string?)store.Stored!["name"]).ShouldBe("Bea");
        ((string?)store.Stored["lastMatch"]!["breed"]).ShouldBe("Otterhound");
        slow.Log.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_who_meet_a_new_user_at_once_tell_one_pseudonym()
    {
        store.Stored = null;
        var isFirst = true;
        store.Instead = async use =>
        {
            if (use == "save" && isFirst)
            {
                isFirst = false;
                await other.AskAsync(MemoryJson.Otterhound);
            }
        };
        lookup.SetResult("Otterhound");

        await slow.AskAsync(MemoryJson.Otterhound);

        var users = slow.Hits.Concat(other.Hits).Select(hit => (string?)hit["user_id"]!["S"]).ToArray();
        users.Length.ShouldBe(2);
        users.ShouldAllBe(user => user == (string?)store.Stored!["pseudonym"]);
    }

    [Fact]
    public async Task A_name_is_not_confirmed_where_the_user_is_forgotten_meanwhile()
    {
        store.Instead = use =>
        {
            store.Stored = use == "save" ? null : store.Stored;
            return Task.CompletedTask;
        };

        MemoryJson.Speech(await other.AskAsync(MemoryJson.MyNameIs("Bea")))
            .ShouldStartWith("Nice to meet you, Bea! I'm sorry, I couldn't remember that.");

        store.Stored.ShouldBeNull();
    }
}
