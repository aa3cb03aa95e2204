using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;

namespace AlexaSkill.Tests.Persistence;

public sealed class AttributesManagerTests : IDisposable
{
    private readonly InMemoryAdapter store = new();
    private readonly RequestEnvelope request = Asked.By("user");
    private readonly AttributesManager attributes;

    public AttributesManagerTests() => attributes = new AttributesManager(request, store);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => attributes.Dispose();

    [Fact]
    public async Task Nothing_is_read_or_written_that_nobody_asked_for()
    {
        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();

        store.Reads.ShouldBe(0);
        store.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Attributes_are_read_once()
    {
        var first = await attributes.GetPersistentAttributesAsync(Token);
        var second = await attributes.GetPersistentAttributesAsync(Token);

        second.ShouldBeSameAs(first);
        store.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task Attributes_are_read_once_for_callers_that_come_at_once()
    {
        var gate = new TaskCompletionSource();
        store.Gate = gate.Task;
        var callers = Enumerable.Range(0, 10).Select(_ => attributes.GetPersistentAttributesAsync(Token)).ToArray();
        gate.SetResult();

        var read = await Task.WhenAll(callers);

        read.ShouldAllBe(values => ReferenceEquals(values, read[0]));
        store.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_others_waiting()
    {
        var gate = new TaskCompletionSource();
        store.Gate = gate.Task;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var impatient = attributes.GetPersistentAttributesAsync(patience.Token);
        var patient = attributes.GetPersistentAttributesAsync(Token);

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        gate.SetResult();

        (await patient).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_not_changed_is_not_written()
    {
        await RememberAsync("""{"name":"Ann","visits":1,"pets":[{"kind":"dog"}]}""");

        var read = await attributes.GetPersistentAttributesAsync(Token);
        read["visits"] = 2;
        read["visits"] = 1;

        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_user_leaves_nothing()
    {
        await attributes.GetPersistentAttributesAsync(Token);

        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_has_changed_deep_inside_is_written_once()
    {
        await RememberAsync("""{"pets":[{"kind":"dog"}]}""");
        (await attributes.GetPersistentAttributesAsync(Token))["pets"]![0]!["kind"] = "cat";

        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeTrue();
        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();

        (await RecallAsync()).ShouldBe("""{"pets":[{"kind":"cat"}]}""");
    }

    [Fact]
    public async Task What_is_saved_may_change_and_be_saved_again()
    {
        var values = new JsonObject { ["visits"] = 1 };
        attributes.SetPersistentAttributes(values);
        await attributes.SavePersistentAttributesAsync(Token);
        values["visits"] = 2;

        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeTrue();

        (await RecallAsync()).ShouldBe("""{"visits":2}""");
    }

    [Fact]
    public async Task What_is_set_is_read_back_and_written_without_a_read()
    {
        await RememberAsync("""{"name":"Ann"}""");

        attributes.SetPersistentAttributes(new JsonObject { ["name"] = "Bob" });
        (await attributes.GetPersistentAttributesAsync(Token))["name"]!.GetValue<string>().ShouldBe("Bob");
        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeTrue();

        store.Reads.ShouldBe(0);
        (await RecallAsync()).ShouldBe("""{"name":"Bob"}""");
    }

    [Fact]
    public async Task What_is_set_after_a_read_is_written_only_if_it_differs()
    {
        await RememberAsync("""{"name":"Ann"}""");
        await attributes.GetPersistentAttributesAsync(Token);

        attributes.SetPersistentAttributes(new JsonObject { ["name"] = "Ann" });

        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_deleted_is_read_anew()
    {
        await RememberAsync("""{"name":"Ann"}""");
        await attributes.GetPersistentAttributesAsync(Token);

        await attributes.DeletePersistentAttributesAsync(Token);

        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();
        (await attributes.GetPersistentAttributesAsync(Token)).ShouldBeEmpty();
        store.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task What_another_has_saved_meanwhile_is_not_overwritten_unseen()
    {
        await RememberAsync("""{"visits":1}""");
        (await attributes.GetPersistentAttributesAsync(Token))["visits"] = 2;
        await RememberAsync("""{"visits":5}""");

        var conflict = await Should.ThrowAsync<PersistenceException>(() => attributes.SavePersistentAttributesAsync(Token));

        conflict.Reason.ShouldBe(PersistenceFailure.Conflict);
        (await RecallAsync()).ShouldBe("""{"visits":5}""");
    }

    [Fact]
    public async Task A_change_is_applied_to_what_another_has_saved_meanwhile()
    {
        await RememberAsync("""{"visits":1}""");
        await attributes.GetPersistentAttributesAsync(Token);
        store.Meanwhile = () => RememberAsync("""{"visits":5,"name":"Bea"}""");

        (await attributes.ChangePersistentAttributesAsync(AddVisit, Token)).ShouldBeTrue();

        (await RecallAsync()).ShouldBe("""{"visits":6,"name":"Bea"}""");
        (await attributes.GetPersistentAttributesAsync(Token)).ToJsonString().ShouldBe("""{"visits":6,"name":"Bea"}""");
    }

    [Fact]
    public async Task What_another_has_deleted_meanwhile_stays_deleted_for_the_rest_of_the_request()
    {
        await RememberAsync("""{"visits":1}""");
        await attributes.GetPersistentAttributesAsync(Token);
        store.Meanwhile = () => store.DeleteAsync(request, cancellationToken: Token);

        (await attributes.ChangePersistentAttributesAsync(AddVisit, Token)).ShouldBeFalse();
        (await attributes.ChangePersistentAttributesAsync(AddVisit, Token)).ShouldBeFalse();
        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();

        (await RecallAsync()).ShouldBe("{}");
    }

    [Fact]
    public async Task Who_deletes_may_begin_anew_in_the_same_request()
    {
        await RememberAsync("""{"name":"Ann"}""");
        await attributes.GetPersistentAttributesAsync(Token);

        await attributes.DeletePersistentAttributesAsync(Token);
        (await attributes.ChangePersistentAttributesAsync(AddVisit, Token)).ShouldBeTrue();

        (await RecallAsync()).ShouldBe("""{"visits":1}""");
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_not_written()
    {
        await RememberAsync("""{"name":"Ann"}""");
        var writes = store.Writes;

        (await attributes.ChangePersistentAttributesAsync(values => values["name"] = "Ann", Token)).ShouldBeTrue();

        store.Writes.ShouldBe(writes);
    }

    [Fact]
    public async Task Others_who_never_stop_saving_are_a_conflict_in_the_end()
    {
        await RememberAsync("""{"visits":1}""");
        store.Meanwhile = Again;

        var conflict = await Should.ThrowAsync<PersistenceException>(() => attributes.ChangePersistentAttributesAsync(AddVisit, Token));

        conflict.Reason.ShouldBe(PersistenceFailure.Conflict);
        store.Reads.ShouldBeLessThan(10);

        async Task Again()
        {
            await RememberAsync($$"""{"visits":{{store.Writes}}}""");
            store.Meanwhile = Again;
        }
    }

    [Fact]
    public async Task Changes_in_place_are_saved_along_and_are_not_dropped_for_anothers()
    {
        await RememberAsync("""{"visits":1}""");
        (await attributes.GetPersistentAttributesAsync(Token))["name"] = "Ann";
        (await attributes.ChangePersistentAttributesAsync(AddVisit, Token)).ShouldBeTrue();
        (await RecallAsync()).ShouldBe("""{"visits":2,"name":"Ann"}""");

        (await attributes.GetPersistentAttributesAsync(Token))["name"] = "Bea";
        store.Meanwhile = () => RememberAsync("""{"visits":7}""");
        var conflict = await Should.ThrowAsync<PersistenceException>(() => attributes.ChangePersistentAttributesAsync(AddVisit, Token));

        conflict.Reason.ShouldBe(PersistenceFailure.Conflict);
    }

    [Fact]
    public async Task What_is_due_is_saved_once_though_it_has_not_changed()
    {
        await RememberAsync("""{"name":"Ann"}""");
        store.IsDue = true;
        await attributes.GetPersistentAttributesAsync(Token);

        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeTrue();
        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_due_and_deleted_meanwhile_is_not_brought_back()
    {
        await RememberAsync("""{"name":"Ann"}""");
        store.IsDue = true;
        await attributes.GetPersistentAttributesAsync(Token);
        store.Meanwhile = () => store.DeleteAsync(request, cancellationToken: Token);

        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();

        (await RecallAsync()).ShouldBe("{}");
    }

    [Fact]
    public async Task A_store_that_fails_is_asked_again_and_nothing_is_written_meanwhile()
    {
        await RememberAsync("""{"name":"Ann"}""");
        store.Failure = new PersistenceException(PersistenceFailure.Unavailable, "Not now.");
        await Should.ThrowAsync<PersistenceException>(() => attributes.GetPersistentAttributesAsync(Token));
        (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeFalse();

        store.Failure = null;

        (await attributes.GetPersistentAttributesAsync(Token))["name"]!.GetValue<string>().ShouldBe("Ann");
    }

    [Fact]
    public void Session_attributes_come_with_the_request_and_go_with_the_response()
    {
        var sent = JsonElement.Parse("""{"step":1,"pet":{"kind":"dog"}}""").EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value);
        using var manager = new AttributesManager(Asked.By("user", session: new Session(false, "session", sent, null, null)), store);

        manager.SessionAttributes["step"] = 2;
        manager.SessionAttributes["pet"]!["kind"] = "cat";

        var answered = manager.ToSessionAttributes().ShouldNotBeNull();
        answered["step"].GetInt32().ShouldBe(2);
        answered["pet"].GetRawText().ShouldBe("""{"kind":"cat"}""");
        sent["pet"].GetRawText().ShouldBe("""{"kind":"dog"}""");
    }

    [Fact]
    public void Session_attributes_may_be_replaced()
    {
        using var manager = new AttributesManager(Asked.By("user", session: new Session(true, "session", null, null, null)), store);
        manager.SessionAttributes.ShouldBeEmpty();
        manager.ToSessionAttributes().ShouldBeNull();

        manager.SetSessionAttributes(new JsonObject { ["step"] = 1 });

        manager.ToSessionAttributes().ShouldNotBeNull().Keys.ShouldBe(["step"]);
    }

    [Fact]
    public void Out_of_session_there_are_no_session_attributes()
    {
        attributes.HasSession.ShouldBeFalse();
        attributes.ToSessionAttributes().ShouldBeNull();
        Should.Throw<OutOfSessionException>(() => attributes.SessionAttributes);
        Should.Throw<OutOfSessionException>(() => attributes.SetSessionAttributes([])).Message.ShouldContain("HasSession");
    }

    [Fact]
    public async Task A_skill_without_a_store_remembers_within_the_request_alone()
    {
        using var manager = new AttributesManager(request, new NoPersistenceAdapter());

        (await manager.GetPersistentAttributesAsync(Token))["name"] = "Ann";
        await manager.SavePersistentAttributesAsync(Token);

        (await manager.GetPersistentAttributesAsync(Token)).ShouldNotBeEmpty();
        (await manager.ChangePersistentAttributesAsync(values => values["name"] = "Bob", Token)).ShouldBeTrue();
        await manager.DeletePersistentAttributesAsync(Token);
    }

    private static void AddVisit(JsonObject values) => values["visits"] = (int?)values["visits"] + 1 ?? 1;

    private async Task RememberAsync(string json) =>
        await store.SaveAsync(request, new StoredAttributes(JsonNode.Parse(json)!.AsObject()), Token);

    private async Task<string> RecallAsync()
    {
        var reads = store.Reads;
        var read = await store.GetAsync(request, Token);
        read.ShouldNotBeNull();
        store.Reads.ShouldBe(reads + 1);
        return read.Values.ToJsonString();
    }
}
