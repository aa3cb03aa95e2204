using System.Net;
using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using Microsoft.AspNetCore.Http;

namespace AlexaSkill.Tests.Persistence;

public sealed class HttpPersistenceAdapterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_of_one_token_are_kept_apart()
    {
        await using var service = await PersistenceService.StartAsync();
        var adapter = new HttpPersistenceAdapter(service.Client());

        await adapter.SaveAsync(Asked.By("ann"), Named("Ann"), Token);
        await adapter.SaveAsync(Asked.By("bob"), Named("Bob"), Token);

        (await adapter.GetAsync(Asked.By("ann"), Token)).Values.ToJsonString().ShouldBe("""{"name":"Ann"}""");
        (await adapter.GetAsync(Asked.By("cid"), Token)).Values.ShouldBeEmpty();
        service.Stored!.ToJsonString().ShouldBe("""{"ann":{"name":"Ann"},"bob":{"name":"Bob"}}""");
    }

    [Fact]
    public async Task Deleting_forgets_one_user_and_the_last_one_leaves_nothing()
    {
        await using var service = await PersistenceService.StartAsync();
        var adapter = new HttpPersistenceAdapter(service.Client());
        await adapter.SaveAsync(Asked.By("ann"), Named("Ann"), Token);
        await adapter.SaveAsync(Asked.By("bob"), Named("Bob"), Token);

        await adapter.DeleteAsync(Asked.By("ann"), Token);
        await adapter.DeleteAsync(Asked.By("ann"), Token);
        service.Stored!.ToJsonString().ShouldBe("""{"bob":{"name":"Bob"}}""");

        await adapter.DeleteAsync(Asked.By("bob"), Token);
        service.Stored.ShouldBeNull();
    }

    [Fact]
    public async Task Another_users_write_meanwhile_is_kept()
    {
        await using var service = await PersistenceService.StartAsync();
        service.Stored = new JsonObject { ["ann"] = new JsonObject { ["visits"] = 1 } };
        var adapter = new HttpPersistenceAdapter(service.Client());

        // Bob's write is overtaken once: the service answers his read, then stores what Ann has saved meanwhile.
        var before = service.Stored!.ToJsonString();
        service.Script.Enqueue(async context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            await context.Response.WriteAsync(before, context.RequestAborted);
            service.Stored = new JsonObject { ["ann"] = new JsonObject { ["visits"] = 2 } };
        });
        await adapter.SaveAsync(Asked.By("bob"), Named("Bob"), Token);

        service.Stored!.ToJsonString().ShouldBe("""{"ann":{"visits":2},"bob":{"name":"Bob"}}""");
    }

    [Fact]
    public async Task Many_users_at_once_lose_nothing()
    {
        await using var service = await PersistenceService.StartAsync();
        var adapter = new HttpPersistenceAdapter(service.Client());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(user => adapter.SaveAsync(Asked.By($"user-{user}"), Named("x"), Token)));

        service.Stored.ShouldNotBeNull().Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_service_that_is_always_overtaken_is_a_conflict_in_the_end()
    {
        await using var service = await PersistenceService.StartAsync();
        for (var answer = 0; answer < 100; answer++)
        {
            var status = answer % 2 == 0 ? HttpStatusCode.NotFound : HttpStatusCode.PreconditionFailed;
            service.Script.Enqueue(PersistenceService.Answer(status));
        }

        var error = await Should.ThrowAsync<PersistenceException>(
            () => new HttpPersistenceAdapter(service.Client()).SaveAsync(Asked.By("ann"), Named("Ann"), Token));

        error.Failure.ShouldBe(PersistenceFailure.Conflict);
        service.Requests.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task A_service_without_entity_tags_works_too()
    {
        await using var service = await PersistenceService.StartAsync(sendsTags: false);
        var adapter = new HttpPersistenceAdapter(service.Client());

        await adapter.SaveAsync(Asked.By("ann"), Named("Ann"), Token);
        await adapter.SaveAsync(Asked.By("ann"), Named("Bob"), Token);

        (await adapter.GetAsync(Asked.By("ann"), Token)).Values.ToJsonString().ShouldBe("""{"name":"Bob"}""");
    }

    [Fact]
    public async Task What_is_no_object_for_a_user_is_unreadable_and_names_no_user()
    {
        await using var service = await PersistenceService.StartAsync();
        service.Stored = new JsonObject { ["amzn1.user"] = "garbage" };

        var error = await Should.ThrowAsync<PersistenceException>(
            () => new HttpPersistenceAdapter(service.Client()).GetAsync(Asked.By("amzn1.user"), Token));

        error.Failure.ShouldBe(PersistenceFailure.Unreadable);
        error.ToString().ShouldNotContain("amzn1.user");
    }

    private static StoredAttributes Named(string name) => new(new JsonObject { ["name"] = name });
}
