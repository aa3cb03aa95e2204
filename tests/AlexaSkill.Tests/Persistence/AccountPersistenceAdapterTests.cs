using System.Text.Json.Nodes;
using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using Amazon.DynamoDBv2.Model;

namespace AlexaSkill.Tests.Persistence;

public sealed class AccountPersistenceAdapterTests(DynaliteFixture dynalite)
{
    private readonly DynamoDbPersistenceOptions options = new(DynaliteFixture.NewTableName());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What happens before something is saved under a key.</summary>
    private Func<string, Task> BeforeSaving { get; set; } = _ => Task.CompletedTask;

    /// <summary>What happens before something under a key is deleted.</summary>
    private Func<string, Task> BeforeDeleting { get; set; } = _ => Task.CompletedTask;

    [Fact]
    public async Task An_event_that_names_no_device_deletes_what_every_device_of_the_account_has_stored()
    {
        var store = await OpenAsync(KeyGenerators.DeviceId);
        await ChangeAsync(store, Asked.By("ann", "kitchen"), "name", "Ann");
        await ChangeAsync(store, Asked.By("ann", "bath"), "name", "Bea");
        await ChangeAsync(store, Asked.By("cid", "hall"), "name", "Cid");

        await store.DeleteAsync(Asked.By("ann"), cancellationToken: Token);

        (await KeysAsync()).ShouldBe(["cid", "hall"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_speaker_who_is_forgotten_takes_the_whole_account_along()
    {
        var store = await OpenAsync(KeyGenerators.PersonId);
        await ChangeAsync(store, Asked.By("account"), "name", "whoever");
        await ChangeAsync(store, Asked.By("account", personId: "ann"), "name", "Ann");
        await ChangeAsync(store, Asked.By("account", personId: "bea"), "name", "Bea");

        await store.DeleteAsync(Asked.By("account", personId: "bea"), cancellationToken: Token);

        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Speakers_are_kept_apart_and_the_account_keeps_what_is_its_own()
    {
        var store = await OpenAsync(KeyGenerators.PersonId);
        await ChangeAsync(store, Asked.By("account"), "name", "whoever");
        await ChangeAsync(store, Asked.By("account", personId: "ann"), "name", "Ann");
        await ChangeAsync(store, Asked.By("account"), "visits", "2");

        (await NameAsync(store, Asked.By("account", personId: "ann"))).ShouldBe("Ann");
        (await NameAsync(store, Asked.By("account", personId: "bea"))).ShouldBeNull();
        (await NameAsync(store, Asked.By("account"))).ShouldBe("whoever");
        var account = (await store.GetAsync(Asked.By("account"), Token)).Values;
        account["keysOfAccount"]!.ToJsonString().ShouldBe("""{"ann":true}""");
    }

    [Fact]
    public async Task What_was_stored_before_the_account_kept_keys_is_reached_after_its_next_change()
    {
        var store = await OpenAsync(KeyGenerators.DeviceId);
        var before = new DynamoDbPersistenceAdapter(dynalite.Client, options with { KeyGenerator = KeyGenerators.DeviceId });
        await before.SaveAsync(Asked.By("ann", "kitchen"), new StoredAttributes(new JsonObject { ["name"] = "Ann" }), Token);

        await ChangeAsync(store, Asked.By("ann", "kitchen"), "visits", "2");
        await store.DeleteAsync(Asked.By("ann"), cancellationToken: Token);

        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_known_key_costs_the_account_no_write()
    {
        var store = await OpenAsync(KeyGenerators.DeviceId);
        await ChangeAsync(store, Asked.By("ann", "kitchen"), "name", "Ann");
        var saved = new List<string>();
        BeforeSaving = key =>
        {
            saved.Add(key);
            return Task.CompletedTask;
        };

        await ChangeAsync(store, Asked.By("ann", "kitchen"), "name", "Bea");

        saved.ShouldBe(["kitchen"]);
    }

    [Fact]
    public async Task What_cannot_be_deleted_is_tried_again_and_found_again()
    {
        var store = await OpenAsync(KeyGenerators.DeviceId);
        await ChangeAsync(store, Asked.By("ann", "kitchen"), "name", "Ann");
        await ChangeAsync(store, Asked.By("ann", "bath"), "name", "Bea");
        var (calls, fails) = (0, true);
        BeforeDeleting = key =>
        {
            calls += key == "kitchen" ? 1 : 0;
            return key == "kitchen" && fails
                ? throw new PersistenceException(PersistenceFailure.Unavailable, "Not now.")
                : Task.CompletedTask;
        };

        var error = await Should.ThrowAsync<PersistenceException>(() => store.DeleteAsync(Asked.By("ann"), cancellationToken: Token));
        error.Reason.ShouldBe(PersistenceFailure.Unavailable);
        calls.ShouldBe(2);
        (await KeysAsync()).ShouldBe(["ann", "kitchen"], ignoreOrder: true);

        fails = false;
        await store.DeleteAsync(Asked.By("ann"), cancellationToken: Token);
        (await KeysAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("new")]
    [InlineData("kitchen")]
    public async Task A_device_that_stores_while_the_account_is_deleted_leaves_nothing_that_a_deletion_does_not_reach(string device)
    {
        var store = await OpenAsync(KeyGenerators.DeviceId);
        await ChangeAsync(store, Asked.By("ann", "kitchen"), "name", "Ann");
        var isFirst = true;
        BeforeDeleting = async _ =>
        {
            if (isFirst)
            {
                isFirst = false;
                await ChangeAsync(store, Asked.By("ann", device), "name", "Bea");
            }
        };

        await store.DeleteAsync(Asked.By("ann"), cancellationToken: Token);

        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_device_stores_just_after_its_key_was_deleted_stays_listed()
    {
        var store = await OpenAsync(KeyGenerators.DeviceId);
        await ChangeAsync(store, Asked.By("ann", "kitchen"), "name", "Ann");
        using var slow = new AttributesManager(Asked.By("ann", "new"), store);
        await slow.GetPersistentAttributesAsync(Token);
        BeforeSaving = async key =>
        {
            BeforeSaving = _ => Task.CompletedTask;
            await (key == "new" ? store.DeleteAsync(Asked.By("ann"), cancellationToken: Token) : Task.CompletedTask);
        };

        await slow.ChangePersistentAttributesAsync(values => values["name"] = "Bea", Token);
        await store.DeleteAsync(Asked.By("ann"), cancellationToken: Token);

        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_oldest_key_goes_for_one_too_many()
    {
        var store = await OpenAsync(KeyGenerators.DeviceId);
        for (var device = 0; device <= AccountPersistenceAdapter.MaxKeys; device++)
        {
            await ChangeAsync(store, Asked.By("ann", $"device-{device}"), "name", "Ann");
        }

        var keys = await KeysAsync();
        keys.Length.ShouldBe(1 + AccountPersistenceAdapter.MaxKeys);
        keys.ShouldNotContain("device-0");
        await store.DeleteAsync(Asked.By("ann"), cancellationToken: Token);
        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Use_of_a_key_keeps_the_accounts_list_as_long_as_its_own_attributes()
    {
        var time = new TestTime(passing: TimeSpan.FromMinutes(1));
        var store = await OpenAsync(KeyGenerators.DeviceId, options with { TimeToLive = TimeSpan.FromDays(30) }, time);
        await ChangeAsync(store, Asked.By("ann", "kitchen"), "name", "Ann");
        for (var day = 10; day <= 100; day += 10)
        {
            time.SetUtcNow(TestTime.Start + TimeSpan.FromDays(day));
            using var attributes = new AttributesManager(Asked.By("ann", "kitchen"), store);
            (await attributes.GetPersistentAttributesAsync(Token)).ShouldContainKey("name");
            (await attributes.SavePersistentAttributesAsync(Token)).ShouldBeTrue();
        }

        await store.DeleteAsync(Asked.By("ann"), cancellationToken: Token);

        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_of_another_shape_can_be_deleted()
    {
        var store = await OpenAsync(KeyGenerators.DeviceId);
        await dynalite.Client.PutItemAsync(
            options.TableName, new() { ["id"] = new() { S = "ann" }, ["attributes"] = new AttributeValue { S = "garbage" } }, Token);

        await store.DeleteAsync(Asked.By("ann", "kitchen"), cancellationToken: Token);

        (await KeysAsync()).ShouldBeEmpty();
    }

    private static async Task ChangeAsync(AccountPersistenceAdapter store, RequestEnvelope request, string name, string value)
    {
        using var attributes = new AttributesManager(request, store);
        (await attributes.ChangePersistentAttributesAsync(values => values[name] = value, Token)).ShouldBeTrue();
    }

    private static async Task<string?> NameAsync(AccountPersistenceAdapter store, RequestEnvelope request) =>
        (string?)(await store.GetAsync(request, Token)).Values["name"];

    private async Task<string[]> KeysAsync() =>
        [.. (await dynalite.Client.ScanAsync(new ScanRequest(options.TableName), Token)).Items.Select(item => item["id"].S)];

    private async Task<AccountPersistenceAdapter> OpenAsync(
        KeyGenerator key, DynamoDbPersistenceOptions? other = null, TimeProvider? time = null)
    {
        await dynalite.NewAdapterAsync(options);
        return new AccountPersistenceAdapter(
            by => new Watched(this, by, new DynamoDbPersistenceAdapter(dynalite.Client, (other ?? options) with { KeyGenerator = by }, time)),
            key);
    }

    private sealed class Watched(AccountPersistenceAdapterTests test, KeyGenerator key, DynamoDbPersistenceAdapter store) : IPersistenceAdapter
    {
        public Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default) =>
            store.GetAsync(request, cancellationToken);

        public async Task<StoredAttributes> SaveAsync(
            RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
        {
            await test.BeforeSaving(key(request));
            return await store.SaveAsync(request, attributes, cancellationToken);
        }

        public async Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default)
        {
            await test.BeforeDeleting(key(request));
            await store.DeleteAsync(request, state, cancellationToken);
        }
    }
}
