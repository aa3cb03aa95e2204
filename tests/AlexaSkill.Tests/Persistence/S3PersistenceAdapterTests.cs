using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.S3;
using Amazon.S3;
using Amazon.S3.Model;

namespace AlexaSkill.Tests.Persistence;

public sealed class S3PersistenceAdapterTests(LocalS3 localS3)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_user_has_no_attributes_and_leaves_no_object()
    {
        var options = NewOptions();

        (await Adapter(options).GetAsync(Asked.ByAnyone(), Token)).ShouldBeEquivalentTo(new StoredAttributes([], new StoredState(false)));

        (await KeysAsync(options)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Values_of_every_kind_come_back()
    {
        var adapter = Adapter(NewOptions());
        foreach (var values in AnyJson.Objects(150))
        {
            var request = Asked.ByAnyone();
            await adapter.SaveAsync(request, new StoredAttributes(values), Token);

            var read = await adapter.GetAsync(request, Token);

            JsonNode.DeepEquals(read.Values, values).ShouldBeTrue(values.ToJsonString());
        }
    }

    [Fact]
    public async Task An_object_is_the_json_of_the_attributes()
    {
        var options = NewOptions() with { KeyGenerator = KeyGenerators.ApplicationId };

        await Adapter(options).SaveAsync(Asked.By(applicationId: "skill"), new StoredAttributes(Named("Änn")), Token);

        using var stored = await localS3.Client.GetObjectAsync(LocalS3.Bucket, $"{options.KeyPrefix}/skill", Token);
        stored.Headers.ContentType.ShouldBe("application/json");
        using var reader = new StreamReader(stored.ResponseStream, Encoding.UTF8);
        (await reader.ReadToEndAsync(Token)).ShouldBe("""{"name":"Änn"}""");
    }

    [Fact]
    public async Task Saving_replaces_and_deleting_twice_is_no_error()
    {
        var options = NewOptions();
        var adapter = Adapter(options);
        var request = Asked.ByAnyone();
        await adapter.SaveAsync(request, new StoredAttributes(new JsonObject { ["old"] = 1 }), Token);

        await adapter.SaveAsync(request, new StoredAttributes(Named("Ann")), Token);
        (await adapter.GetAsync(request, Token)).Values.ToJsonString().ShouldBe("""{"name":"Ann"}""");

        await adapter.DeleteAsync(request, cancellationToken: Token);
        await adapter.DeleteAsync(request, cancellationToken: Token);
        (await KeysAsync(options)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_prefix_may_begin_with_a_slash()
    {
        var paths = new List<string>();
        using var handler = new Canned((request, _) =>
        {
            paths.Add(request.RequestUri!.AbsolutePath);
            return request.Method == HttpMethod.Get ? Canned.S3Error("NoSuchKey", HttpStatusCode.NotFound) : new HttpResponseMessage();
        });
        var options = new S3PersistenceOptions("bucket", "/rooted/");
        var adapter = new S3PersistenceAdapter(LocalS3.ClientThrough(handler, pathStyle: false), options);

        await adapter.GetAsync(Asked.By("user"), Token);
        await adapter.SaveAsync(Asked.By("user"), new StoredAttributes([]), Token);
        await adapter.DeleteAsync(Asked.By("user"), cancellationToken: Token);

        paths.ShouldBe(["//rooted/user", "//rooted/user", "//rooted/user"]);
    }

    [Fact]
    public async Task Encryption_is_asked_for()
    {
        using var handler = new SeenRequests();
        var options = NewOptions() with { Encryption = ServerSideEncryptionMethod.AWSKMS, EncryptionKeyId = "key" };

        var adapter = new S3PersistenceAdapter(LocalS3.ClientThrough(handler, localS3.Port), options);

        await adapter.SaveAsync(Asked.ByAnyone(), new StoredAttributes([]), Token);

        var headers = handler.Requests.ShouldHaveSingleItem().Headers;
        headers.GetValues("x-amz-server-side-encryption").ShouldBe(["aws:kms"]);
        headers.GetValues("x-amz-server-side-encryption-aws-kms-key-id").ShouldBe(["key"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task An_empty_object_is_a_new_users(string body)
    {
        var options = NewOptions();
        await PutAsync(options, "user", body);

        (await Adapter(options).GetAsync(Asked.By("user"), Token)).Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"name\":")]
    [InlineData("[1]")]
    [InlineData("<html>")]
    public async Task What_is_no_json_object_is_an_error_that_names_the_object_but_not_the_user(string body)
    {
        var options = NewOptions();
        await PutAsync(options, "amzn1.user", body);

        var error = await FailsAsync(PersistenceFailure.Unreadable, () => Adapter(options).GetAsync(Asked.By("amzn1.user"), Token));

        error.Message.ShouldContain(LocalS3.Bucket);
        error.Message.ShouldContain(options.KeyPrefix);
        error.Message.ShouldContain(KeyGenerators.Fingerprint($"{options.KeyPrefix}/amzn1.user"));
        error.ToString().ShouldNotContain("amzn1.user");
        (await KeysAsync(options)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_missing_bucket_is_named()
    {
        var adapter = Adapter(new S3PersistenceOptions("no-such-bucket"));

        var error = await FailsAsync(PersistenceFailure.NotFound, () => adapter.GetAsync(Asked.ByAnyone(), Token));
        error.Message.ShouldContain("'no-such-bucket'");
        await FailsAsync(PersistenceFailure.NotFound, () => adapter.SaveAsync(Asked.ByAnyone(), new StoredAttributes([]), Token));
    }

    [Theory]
    [InlineData("GetObject", true)]
    [InlineData("PutObject", false)]
    [InlineData("DeleteObject", false)]
    public async Task A_missing_permission_is_named_and_is_no_new_user(string action, bool alsoList)
    {
        using var handler = new Canned((_, _) => Canned.S3Error("AccessDenied", HttpStatusCode.Forbidden, "Access Denied"));
        var adapter = new S3PersistenceAdapter(LocalS3.ClientThrough(handler), NewOptions());

        var error = await FailsAsync(PersistenceFailure.AccessDenied, () => action switch
        {
            "GetObject" => adapter.GetAsync(Asked.ByAnyone(), Token),
            "PutObject" => adapter.SaveAsync(Asked.ByAnyone(), new StoredAttributes([]), Token),
            _ => adapter.DeleteAsync(Asked.ByAnyone(), cancellationToken: Token),
        });

        error.Message.ShouldContain($"s3:{action}");
        error.Message.Contains("s3:ListBucket", StringComparison.Ordinal).ShouldBe(alsoList);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_busy_service_is_unavailable(HttpStatusCode status)
    {
        using var handler = new Canned((_, _) => Canned.S3Error("SlowDown", status));
        var adapter = new S3PersistenceAdapter(LocalS3.ClientThrough(handler), NewOptions());

        await FailsAsync(PersistenceFailure.Unavailable, () => adapter.GetAsync(Asked.ByAnyone(), Token));
    }

    [Fact]
    public async Task Two_devices_do_not_overwrite_each_other_unseen()
    {
        var adapter = Adapter(NewOptions());
        var request = Asked.ByAnyone();
        var first = await adapter.GetAsync(request, Token);
        var second = await adapter.GetAsync(request, Token);

        var saved = await adapter.SaveAsync(request, first with { Values = Named("Ann") }, Token);
        await FailsAsync(PersistenceFailure.Conflict, () => adapter.SaveAsync(request, second with { Values = Named("Bob") }, Token));
        var read = await adapter.GetAsync(request, Token);
        read.State.ShouldBe(saved.State);
        await adapter.SaveAsync(request, saved with { Values = Named("Cid") }, Token);
        await FailsAsync(PersistenceFailure.Conflict, () => adapter.SaveAsync(request, read with { Values = Named("Bob") }, Token));

        (await adapter.GetAsync(request, Token)).Values.ToJsonString().ShouldBe("""{"name":"Cid"}""");
    }

    [Theory]
    [InlineData("ConditionalRequestConflict", HttpStatusCode.Conflict)]
    [InlineData("NoSuchKey", HttpStatusCode.NotFound)]
    public async Task An_object_that_changes_or_goes_meanwhile_is_a_conflict(string code, HttpStatusCode status)
    {
        using var handler = new Canned((_, _) => Canned.S3Error(code, status));
        var adapter = new S3PersistenceAdapter(LocalS3.ClientThrough(handler), NewOptions());

        var read = new StoredAttributes([], new StoredState(true, "\"tag\""));
        await FailsAsync(PersistenceFailure.Conflict, () => adapter.SaveAsync(Asked.ByAnyone(), read, Token));
    }

    [Fact]
    public async Task A_store_that_takes_no_conditions_is_written_without_them()
    {
        var conditions = new List<bool>();
        using var handler = new Canned((request, _) =>
        {
            conditions.Add(request.Headers.IfMatch.Count + request.Headers.IfNoneMatch.Count > 0);
            return conditions[^1] ? Canned.S3Error("NotImplemented", HttpStatusCode.NotImplemented) : new HttpResponseMessage();
        });
        var adapter = new S3PersistenceAdapter(LocalS3.ClientThrough(handler), NewOptions());

        await adapter.SaveAsync(Asked.ByAnyone(), new StoredAttributes([], new StoredState(false)), Token);
        await adapter.DeleteAsync(Asked.ByAnyone(), new StoredState(true, "\"tag\""), Token);

        conditions.ShouldBe([true, false, true, false]);
    }

    [Fact]
    public async Task Cancellation_is_no_failure_of_the_store() =>
        await Should.ThrowAsync<OperationCanceledException>(
            () => Adapter(NewOptions()).GetAsync(Asked.ByAnyone(), new CancellationToken(canceled: true)));

    private static S3PersistenceOptions NewOptions() => new(LocalS3.Bucket, $"tests/{Guid.NewGuid():N}");

    private static JsonObject Named(string name) => new() { ["name"] = name };

    private static async Task<PersistenceException> FailsAsync(PersistenceFailure failure, Func<Task> call)
    {
        var error = await Should.ThrowAsync<PersistenceException>(call);
        error.Reason.ShouldBe(failure, error.Message);
        return error;
    }

    private S3PersistenceAdapter Adapter(S3PersistenceOptions options) => new(localS3.Client, options);

    private async Task<IEnumerable<string>> KeysAsync(S3PersistenceOptions options)
    {
        var list = new ListObjectsV2Request { BucketName = LocalS3.Bucket, Prefix = options.KeyPrefix };
        return ((await localS3.Client.ListObjectsV2Async(list, Token)).S3Objects ?? []).Select(found => found.Key);
    }

    private async Task PutAsync(S3PersistenceOptions options, string key, string body) => await localS3.Client.PutObjectAsync(
        new PutObjectRequest
        {
            BucketName = LocalS3.Bucket,
            Key = $"{options.KeyPrefix}/{key}",
            ContentBody = body,
            UseChunkEncoding = false,
        },
        Token);
}
