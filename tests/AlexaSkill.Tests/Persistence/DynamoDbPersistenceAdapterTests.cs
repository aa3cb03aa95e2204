using System.Net;
using System.Text.Json.Nodes;
using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace AlexaSkill.Tests.Persistence;

public sealed class DynamoDbPersistenceAdapterTests(DynaliteFixture dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_user_has_no_attributes_and_leaves_no_item()
    {
        var options = NewOptions();
        var adapter = await dynalite.NewAdapterAsync(options);

        (await adapter.GetAsync(Asked.ByAnyone(), Token)).Values.ShouldBeEmpty();

        (await dynalite.Client.ScanAsync(new ScanRequest(options.TableName), Token)).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Values_of_every_kind_come_back()
    {
        var adapter = await dynalite.NewAdapterAsync();
        foreach (var values in AnyJson.Objects(150))
        {
            var request = Asked.ByAnyone();
            await adapter.SaveAsync(request, new StoredAttributes(values), Token);

            var read = await adapter.GetAsync(request, Token);

            JsonNode.DeepEquals(read.Values, values).ShouldBeTrue(values.ToJsonString());
        }
    }

    [Fact]
    public async Task An_item_is_the_key_a_map_and_a_version_and_nothing_else()
    {
        var options = NewOptions();
        var adapter = await dynalite.NewAdapterAsync(options);

        await adapter.SaveAsync(Asked.By("user"), new StoredAttributes(new JsonObject { ["name"] = "", ["none"] = null }), Token);

        var item = await ItemAsync(options);
        item.Keys.ShouldBe(["id", "attributes", "version"], ignoreOrder: true);
        item["id"].S.ShouldBe("user");
        item["attributes"].M["name"].S.ShouldBe("");
        item["attributes"].M["none"].NULL.ShouldBe(true);
    }

    [Fact]
    public async Task Names_and_key_are_the_users_choice()
    {
        var options = NewOptions() with { KeyName = "userId", AttributesName = "mapAttr", KeyGenerator = KeyGenerators.DeviceId };
        var adapter = await dynalite.NewAdapterAsync(options);
        var request = Asked.By("user", "device");

        await adapter.SaveAsync(request, new StoredAttributes(Named("Ann")), Token);

        var item = await ItemAsync(options);
        item["userId"].S.ShouldBe("device");
        item["mapAttr"].M["name"].S.ShouldBe("Ann");
        (await adapter.GetAsync(request, Token)).Values["name"]!.GetValue<string>().ShouldBe("Ann");
    }

    [Fact]
    public async Task Saving_replaces_and_deleting_twice_is_no_error()
    {
        var adapter = await dynalite.NewAdapterAsync();
        var request = Asked.ByAnyone();
        await adapter.SaveAsync(request, new StoredAttributes(new JsonObject { ["old"] = 1 }), Token);

        await adapter.SaveAsync(request, new StoredAttributes(Named("Ann")), Token);
        (await adapter.GetAsync(request, Token)).Values.ToJsonString().ShouldBe("""{"name":"Ann"}""");

        await adapter.DeleteAsync(request, cancellationToken: Token);
        await adapter.DeleteAsync(request, cancellationToken: Token);
        (await adapter.GetAsync(request, Token)).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_expired_reads_as_absent_though_DynamoDB_has_it_still()
    {
        var time = new TestTime(passing: TimeSpan.FromMinutes(1));
        var options = NewOptions() with { TimeToLive = TimeSpan.FromDays(2) };
        var adapter = await dynalite.NewAdapterAsync(options, time);
        var request = Asked.By("user");

        await adapter.SaveAsync(request, new StoredAttributes(Named("Ann")), Token);

        var end = DateTimeOffset.FromUnixTimeSeconds(long.Parse((await ItemAsync(options))["expires_at"].N, null));
        end.ShouldBe(time.GetUtcNow() + TimeSpan.FromDays(2), TimeSpan.FromMinutes(5));
        (await adapter.GetAsync(request, Token)).Values.ShouldNotBeEmpty();
        time.Advance(TimeSpan.FromDays(3));
        (await adapter.GetAsync(request, Token)).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_devices_do_not_overwrite_each_other_unseen()
    {
        var adapter = await dynalite.NewAdapterAsync(NewOptions());
        var request = Asked.ByAnyone();
        var first = await adapter.GetAsync(request, Token);
        var second = await adapter.GetAsync(request, Token);

        var saved = await adapter.SaveAsync(request, first with { Values = Named("Ann") }, Token);
        await FailsAsync(PersistenceFailure.Conflict, () => adapter.SaveAsync(request, second with { Values = Named("Bob") }, Token));
        var read = await adapter.GetAsync(request, Token);
        await adapter.SaveAsync(request, saved with { Values = Named("Cid") }, Token);
        await FailsAsync(PersistenceFailure.Conflict, () => adapter.SaveAsync(request, read with { Values = Named("Bob") }, Token));

        (await adapter.GetAsync(request, Token)).Values.ToJsonString().ShouldBe("""{"name":"Cid"}""");
    }

    [Fact]
    public async Task Attributes_that_were_never_read_replace_what_is_stored()
    {
        var adapter = await dynalite.NewAdapterAsync(NewOptions());
        var request = Asked.ByAnyone();
        await adapter.SaveAsync(request, new StoredAttributes(Named("Ann")), Token);

        await adapter.SaveAsync(request, new StoredAttributes(Named("Bob")), Token);

        (await adapter.GetAsync(request, Token)).Values.ToJsonString().ShouldBe("""{"name":"Bob"}""");
    }

    [Fact]
    public async Task An_item_without_attributes_is_a_new_users()
    {
        var options = NewOptions();
        var adapter = await dynalite.NewAdapterAsync(options);
        await PutAsync(options, "absent", null);
        await PutAsync(options, "null", new AttributeValue { NULL = true });

        (await adapter.GetAsync(Asked.By("absent"), Token)).Values.ShouldBeEmpty();
        (await adapter.GetAsync(Asked.By("null"), Token)).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_table_is_named()
    {
        var adapter = new DynamoDbPersistenceAdapter(dynalite.Client, new DynamoDbPersistenceOptions("no-such-table"));

        var error = await FailsAsync(PersistenceFailure.NotFound, () => adapter.GetAsync(Asked.ByAnyone(), Token));

        error.Message.ShouldContain("'no-such-table'");
    }

    [Fact]
    public async Task A_table_with_another_key_is_refused()
    {
        var options = NewOptions();
        await dynalite.NewAdapterAsync(options with { KeyName = "userId" });
        var adapter = new DynamoDbPersistenceAdapter(dynalite.Client, options);

        (await FailsAsync(PersistenceFailure.Refused, () => adapter.GetAsync(Asked.ByAnyone(), Token))).Message.ShouldContain("'id'");
        (await FailsAsync(PersistenceFailure.Refused, () => adapter.SaveAsync(Asked.ByAnyone(), new StoredAttributes([]), Token)))
            .Message.ShouldContain("'id'");
        (await FailsAsync(PersistenceFailure.Refused, () => adapter.CreateIfNotExistsAsync(Token))).Message.ShouldContain("userId HASH S");
    }

    [Fact]
    public async Task Attributes_that_are_too_large_or_too_deep_are_refused()
    {
        var adapter = await dynalite.NewAdapterAsync();
        var large = new StoredAttributes(Named(new string('x', 410_000)));
        JsonNode deep = 1;
        for (var level = 0; level < 100; level++)
        {
            deep = new JsonObject { ["a"] = deep };
        }

        await FailsAsync(PersistenceFailure.Refused, () => adapter.SaveAsync(Asked.ByAnyone(), large, Token));
        await FailsAsync(
            PersistenceFailure.Refused, () => adapter.SaveAsync(Asked.ByAnyone(), new StoredAttributes(deep.AsObject()), Token));
    }

    [Theory]
    [InlineData("GetItem")]
    [InlineData("UpdateItem")]
    [InlineData("DeleteItem")]
    public async Task A_missing_permission_is_named(string action)
    {
        var error = await FailsAsync(
            PersistenceFailure.AccessDenied, () => CallAsync(Refusing("AccessDeniedException", HttpStatusCode.BadRequest), action));

        error.Message.ShouldContain($"dynamodb:{action}");
        error.Message.ShouldNotContain("said so");
    }

    [Theory]
    [InlineData("ProvisionedThroughputExceededException", HttpStatusCode.BadRequest)]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest)]
    [InlineData("InternalServerError", HttpStatusCode.InternalServerError)]
    public async Task A_busy_service_is_unavailable(string code, HttpStatusCode status) =>
        await FailsAsync(PersistenceFailure.Unavailable, () => CallAsync(Refusing(code, status), "GetItem"));

    [Fact]
    public async Task Reads_see_every_earlier_write()
    {
        var reads = new List<string>();
        using var handler = Canned.DynamoDb((_, body) =>
        {
            reads.Add(body);
            return Canned.Json("{}");
        });

        await CallAsync(DynamoDbClients.Through(handler), "GetItem");

        reads.ShouldHaveSingleItem().ShouldContain("\"ConsistentRead\":true");
    }

    [Fact]
    public async Task A_service_out_of_reach_is_unavailable()
    {
        using var handler = new Canned((_, _) => throw new HttpRequestException("no route"));

        await FailsAsync(PersistenceFailure.Unavailable, () => CallAsync(DynamoDbClients.Through(handler), "GetItem"));
    }

    [Fact]
    public async Task Cancellation_is_no_failure_of_the_store()
    {
        var adapter = await dynalite.NewAdapterAsync();
        var given = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => adapter.GetAsync(Asked.ByAnyone(), given));
    }

    private static DynamoDbPersistenceOptions NewOptions() => new(DynaliteFixture.NewTableName());

    private static JsonObject Named(string name) => new() { ["name"] = name };

    private static AmazonDynamoDBClient Refusing(string code, HttpStatusCode status) =>
        DynamoDbClients.Through(Canned.DynamoDb((_, _) => Canned.DynamoDbError(code, status: status)));

    private static Task CallAsync(IAmazonDynamoDB client, string action)
    {
        var adapter = new DynamoDbPersistenceAdapter(client, NewOptions());
        return action switch
        {
            "GetItem" => adapter.GetAsync(Asked.ByAnyone(), Token),
            "UpdateItem" => adapter.SaveAsync(Asked.ByAnyone(), new StoredAttributes([]), Token),
            _ => adapter.DeleteAsync(Asked.ByAnyone(), cancellationToken: Token),
        };
    }

    private static async Task<PersistenceException> FailsAsync(PersistenceFailure failure, Func<Task> call)
    {
        var error = await Should.ThrowAsync<PersistenceException>(call);
        error.Reason.ShouldBe(failure, error.Message);
        return error;
    }

    private async Task<Dictionary<string, AttributeValue>> ItemAsync(DynamoDbPersistenceOptions options) =>
        (await dynalite.Client.ScanAsync(new ScanRequest(options.TableName), Token)).Items.ShouldHaveSingleItem();

    private async Task PutAsync(DynamoDbPersistenceOptions options, string key, AttributeValue? attributes)
    {
        var item = new Dictionary<string, AttributeValue> { ["id"] = new() { S = key } };
        if (attributes is not null)
        {
            item["attributes"] = attributes;
        }

        await dynalite.Client.PutItemAsync(options.TableName, item, Token);
    }
}
