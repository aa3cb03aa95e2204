using System.Text.Json.Nodes;
using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using AlexaSkill.S3;

namespace AlexaSkill.Tests.Persistence;

/// <summary>What is written here is read by the ASK SDK's published adapters, and the other way round.</summary>
public sealed class AskSdkTests(DynaliteFixture dynalite, LocalS3 localS3) : IAsyncDisposable
{
    private const int Cases = 40;

    private readonly AskSdk askSdk = new(dynalite, localS3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => askSdk.DisposeAsync();

    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    public async Task What_is_written_here_is_read_there(string store)
    {
        var (adapter, options) = await OpenAsync(store);
        foreach (var values in AnyJson.JavaScriptObjects(Cases).Append(WithEmptyText()))
        {
            var user = $"{Guid.NewGuid():N}";
            await adapter.SaveAsync(Asked.By(user), new StoredAttributes(values), Token);

            var read = await RunAsync("get", store, options, user);

            JsonNode.DeepEquals(read, values).ShouldBeTrue($"{values.ToJsonString()} was read as {read?.ToJsonString()}");
        }
    }

    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    public async Task What_is_written_there_is_read_here(string store)
    {
        var (adapter, options) = await OpenAsync(store);
        foreach (var values in AnyJson.JavaScriptObjects(Cases))
        {
            var user = $"{Guid.NewGuid():N}";
            await RunAsync("save", store, options, user, values);

            var read = await adapter.GetAsync(Asked.By(user), Token);

            JsonNode.DeepEquals(read.Values, values).ShouldBeTrue($"{values.ToJsonString()} was read as {read.Values.ToJsonString()}");
        }
    }

    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    public async Task What_one_deletes_is_gone_for_the_other(string store)
    {
        var (adapter, options) = await OpenAsync(store);
        await adapter.SaveAsync(Asked.By("here"), new StoredAttributes(WithEmptyText()), Token);
        await RunAsync("save", store, options, "there", WithEmptyText());

        await adapter.DeleteAsync(Asked.By("there"), cancellationToken: Token);
        await RunAsync("delete", store, options, "here");

        (await RunAsync("get", store, options, "there"))!.AsObject().ShouldBeEmpty();
        (await adapter.GetAsync(Asked.By("here"), Token)).Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("skill")]
    [InlineData("a//b/./c")]
    [InlineData("with space & +sign/ü")]
    public async Task One_prefix_leads_both_to_the_same_object(string prefix)
    {
        var user = $"{Guid.NewGuid():N}";
        var adapter = new S3PersistenceAdapter(localS3.Client, new S3PersistenceOptions(LocalS3.Bucket, prefix));
        var options = new JsonObject { ["bucketName"] = LocalS3.Bucket, ["pathPrefix"] = prefix };

        await adapter.SaveAsync(Asked.By(user), new StoredAttributes(WithEmptyText()), Token);
        JsonNode.DeepEquals(await RunAsync("get", "s3", options, user), WithEmptyText()).ShouldBeTrue();

        await RunAsync("save", "s3", options, user, new JsonObject { ["by"] = "them" });
        (await adapter.GetAsync(Asked.By(user), Token)).Values.ToJsonString().ShouldBe("""{"by":"them"}""");
    }

    [Fact]
    public async Task Their_adapter_reads_what_is_stored_with_time_to_live_and_version()
    {
        var options = new DynamoDbPersistenceOptions(DynaliteFixture.NewTableName(), TimeToLive: TimeSpan.FromDays(1));
        var adapter = await dynalite.NewAdapterAsync(options);
        var saved = await adapter.SaveAsync(Asked.By("user"), new StoredAttributes(WithEmptyText()), Token);
        var theirs = new JsonObject { ["tableName"] = options.TableName };

        JsonNode.DeepEquals(await RunAsync("get", "dynamodb", theirs, "user"), WithEmptyText()).ShouldBeTrue();

        // They know no versions: what they save has none, and is not overwritten unseen.
        await RunAsync("save", "dynamodb", theirs, "user", WithEmptyText());
        (await Should.ThrowAsync<PersistenceException>(() => adapter.SaveAsync(Asked.By("user"), saved, Token)))
            .Reason.ShouldBe(PersistenceFailure.Conflict);
    }

    private static JsonObject WithEmptyText() =>
        new() { ["text"] = "", ["list"] = new JsonArray(), ["map"] = new JsonObject(), ["none"] = null };

    private static JsonObject System(string user) => new() { ["user"] = new JsonObject { ["userId"] = user } };

    private async Task<(IPersistenceAdapter Adapter, JsonObject Options)> OpenAsync(string store)
    {
        if (store == "dynamodb")
        {
            var options = new DynamoDbPersistenceOptions(DynaliteFixture.NewTableName());
            return (await dynalite.NewAdapterAsync(options), new JsonObject { ["tableName"] = options.TableName });
        }

        var prefix = $"peers/{Guid.NewGuid():N}/";
        return (
            new S3PersistenceAdapter(localS3.Client, new S3PersistenceOptions(LocalS3.Bucket, prefix)),
            new JsonObject { ["bucketName"] = LocalS3.Bucket, ["pathPrefix"] = prefix });
    }

    private Task<JsonNode?> RunAsync(string action, string store, JsonObject options, string user, JsonObject? attributes = null) =>
        askSdk.RunAsync(new JsonObject
        {
            ["action"] = action,
            ["store"] = store,
            ["options"] = options.DeepClone(),
            ["request"] = new JsonObject { ["context"] = new JsonObject { ["System"] = System(user) } },
            ["attributes"] = attributes?.DeepClone(),
        });
}
