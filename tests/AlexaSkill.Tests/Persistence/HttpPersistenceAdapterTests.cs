using System.Net;
using System.Text.Json.Nodes;
using AlexaSkill.Http;
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

        await adapter.DeleteAsync(Asked.By("ann"), cancellationToken: Token);
        await adapter.DeleteAsync(Asked.By("ann"), cancellationToken: Token);
        service.Stored!.ToJsonString().ShouldBe("""{"bob":{"name":"Bob"}}""");

        await adapter.DeleteAsync(Asked.By("bob"), cancellationToken: Token);
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

        error.Reason.ShouldBe(PersistenceFailure.Conflict);
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

        error.Reason.ShouldBe(PersistenceFailure.Unreadable);
        error.ToString().ShouldNotContain("amzn1.user");
    }

    [Fact]
    public async Task A_user_too_many_is_refused_plainly_and_costs_the_others_nothing()
    {
        await using var service = await PersistenceService.StartAsync();
        var told = new List<int>();
        var adapter = new HttpPersistenceAdapter(service.Client(maxEntryBytes: 2_000, onNearlyFull: told.Add));
        for (var user = 0; user < 19; user++)
        {
            await adapter.SaveAsync(Asked.By($"user-{user:D2}"), Named(new string('x', 80)), Token);
            told.Count.ShouldBe(Math.Max(0, user - 13), $"user {user}");
        }

        var error = await Should.ThrowAsync<PersistenceException>(
            () => adapter.SaveAsync(Asked.By("user-19"), Named(new string('x', 80)), Token));

        error.Reason.ShouldBe(PersistenceFailure.Refused);
        error.Message.ShouldContain("would take 2041 bytes of JSON, at most 2000 are written");
        error.Message.ShouldContain("which holds all users");
        (await adapter.GetAsync(Asked.By("user-00"), Token)).Values.ShouldNotBeEmpty();
        await adapter.DeleteAsync(Asked.By("user-00"), cancellationToken: Token);
        await adapter.SaveAsync(Asked.By("user-19"), Named("Ann"), Token);
    }

    [Fact]
    public async Task An_entry_that_is_too_large_to_be_read_is_no_service_out_of_reach()
    {
        await using var service = await PersistenceService.StartAsync();
        service.Stored = new JsonObject { ["ann"] = new JsonObject { ["name"] = new string('x', 13_000) } };
        var adapter = new HttpPersistenceAdapter(service.Client(maxEntryBytes: 2_000));

        var error = await Should.ThrowAsync<PersistenceException>(() => adapter.GetAsync(Asked.By("ann"), Token));

        error.Reason.ShouldBe(PersistenceFailure.Refused);
        error.Message.ShouldContain("takes more than 12000 bytes");
        error.Message.ShouldNotContain("reached");
        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_service_escapes_may_be_read_though_it_is_larger_than_what_was_written()
    {
        await using var service = await PersistenceService.StartAsync();
        var adapter = new HttpPersistenceAdapter(service.Client(maxEntryBytes: 2_000));

        await adapter.SaveAsync(Asked.By("ann"), Named(new string('ä', 950)), Token);

        service.Stored!.ToJsonString().Length.ShouldBeGreaterThan(2_000);
        ((string?)(await adapter.GetAsync(Asked.By("ann"), Token)).Values["name"])!.Length.ShouldBe(950);
    }

    [Fact]
    public async Task A_service_that_takes_no_entry_of_a_size_is_told_so()
    {
        await using var service = await PersistenceService.StartAsync();
        service.Script.Enqueue(PersistenceService.Answer(HttpStatusCode.NotFound));
        service.Script.Enqueue(PersistenceService.Answer(HttpStatusCode.RequestEntityTooLarge));

        var error = await Should.ThrowAsync<PersistenceException>(
            () => new HttpPersistenceAdapter(service.Client()).SaveAsync(Asked.By("ann"), Named("Ann"), Token));

        error.Reason.ShouldBe(PersistenceFailure.Refused);
        error.Message.ShouldContain("bytes of JSON, which the service does not take (413)");
    }

    private static StoredAttributes Named(string name) => new(new JsonObject { ["name"] = name });
}
