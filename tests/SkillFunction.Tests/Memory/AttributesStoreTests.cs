using AlexaSkill.Http;
using AlexaSkill.Persistence;
using Microsoft.AspNetCore.Http;
using SkillFunction.Tests.Fakes;
using SkillHosting;

namespace SkillFunction.Tests.Memory;

/// <summary>The HTTP store, whose one entry holds all users, when it fills up.</summary>
public sealed class AttributesStoreTests : IAsyncLifetime
{
    private readonly LogLines log = new();
    private TestServer server = null!;
    private AttributesStore store = null!;
    private TestSkill skill = null!;
    private string entry = "{}";

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(async context =>
        {
            if (context.Request.Method == "GET")
            {
                await context.Response.WriteAsync(entry, context.RequestAborted);
            }
        });
        var options = new PersistenceServiceOptions(server.Address, "token", Timeout: TimeSpan.FromMinutes(1), MaxEntryBytes: 1_000);
        store = AttributesStore.Open(new StoreSettings(KeyGenerators.UserId, Service: options), null!, TimeProvider.System, log);
        skill = await TestSkill.StartAsync(store: store.Adapter);
    }

    public async ValueTask DisposeAsync()
    {
        await skill.DisposeAsync();
        store.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task It_is_told_once_before_it_is_full()
    {
        entry = $$"""{"others":"{{new string('x', 800)}}"}""";

        await skill.AskAsync(MemoryJson.MyNameIs("Anna"));
        await skill.AskAsync(MemoryJson.MyNameIs("Bea"));

        log.All.ShouldHaveSingleItem().ShouldStartWith("Warning: The persistence service's one entry for all users has ");
        skill.Log.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1_000, "could not be saved: Refused: The skill's entry in the persistence service would take ")]
    [InlineData(7_000, "could not be read: Refused: The skill's entry in the persistence service takes more than 6000 bytes")]
    public async Task A_full_one_is_told_plainly(int bytes, string reason)
    {
        entry = $$"""{"others":"{{new string('x', bytes)}}"}""";

        MemoryJson.Speech(await skill.AskAsync(MemoryJson.MyNameIs("Anna"))).ShouldContain("I couldn't remember that");

        var line = skill.Log.All.ShouldHaveSingleItem();
        line.ShouldContain(reason);
        line.ShouldContain("which holds all users");
        line.ShouldNotContain("could not be reached");
    }
}
