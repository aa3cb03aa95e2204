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
    public async Task A_new_user_whom_the_other_meets_first_has_the_pseudonym_that_the_other_gave()
    {
        const string Given = "0123456789abcdef0123456789abcdef";
        store.Stored = null;
        store.Instead = use =>
        {
            store.Stored ??= use == "save" ? new JsonObject { ["pseudonym"] = Given } : null;
            return Task.CompletedTask;
        };

        await other.AskAsync(MemoryJson.Otterhound);

        ((string?)other.Hits.ShouldHaveSingleItem()["user_id"]!["S"]).ShouldBe(Given);
        ((string?)store.Stored!["pseudonym"]).ShouldBe(Given);
        store.Stored.ShouldContainKey("lastMatch");
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
