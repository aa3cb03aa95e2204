using System.Net;
using System.Text.Json.Nodes;
using AlexaSkill.Http;
using AlexaSkill.Persistence;

namespace AlexaSkill.Tests.Persistence;

public sealed class PersistenceServiceClientTests : IAsyncLifetime
{
    private static readonly string[] OneRead = ["GET /v1/persistence/entry/data"];

    private PersistenceService service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await PersistenceService.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Nothing_stored_is_empty_and_no_error()
    {
        var client = service.Client();

        (await client.GetAsync(Token))["name"]["first"].IsEmpty.ShouldBeTrue();
        (await client.GetAllAsync(Token))["this-skill"]["name"].IsEmpty.ShouldBeTrue();
        await client.DeleteAsync(Token);
    }

    [Fact]
    public async Task What_is_set_is_got_until_it_is_deleted()
    {
        var client = service.Client();

        await client.SetAsync(new JsonObject { ["name"] = "Ann" }, cancellationToken: Token);
        (await client.GetAsync(Token))["name"].Text.ShouldBe("Ann");
        (await client.GetAllAsync(Token))["this-skill"]["name"].Text.ShouldBe("Ann");
        await client.DeleteAsync(Token);

        (await client.GetAsync(Token))["name"].IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Setting_replaces_all_data()
    {
        service.Stored = new JsonObject { ["old"] = 1 };

        await service.Client().SetAsync(new JsonObject { ["new"] = 2 }, cancellationToken: Token);

        service.Stored.ToJsonString().ShouldBe("""{"new":2}""");
    }

    [Fact]
    public async Task Setting_without_replacing_keeps_the_keys_that_exist()
    {
        service.Stored = new JsonObject { ["name"] = "Ann", ["none"] = null };

        await service.Client().SetAsync(new JsonObject { ["name"] = "Bob", ["none"] = 1, ["pet"] = "dog" }, replace: false, Token);

        service.Stored.ToJsonString().ShouldBe("""{"name":"Ann","none":null,"pet":"dog"}""");
    }

    [Fact]
    public async Task Values_of_every_kind_come_back()
    {
        var client = service.Client();
        foreach (var values in AnyJson.Objects(50))
        {
            await client.SetAsync(values, cancellationToken: Token);

            JsonNode.DeepEquals((await client.GetAsync(Token)).Json, values).ShouldBeTrue(values.ToJsonString());
        }
    }

    [Fact]
    public async Task Two_who_add_at_once_both_succeed()
    {
        var client = service.Client();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(place =>
            client.SetAsync(new JsonObject { [$"{place}"] = place }, replace: false, Token)));

        service.Stored.ShouldNotBeNull().Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_error_of_the_service_is_tried_again()
    {
        service.Stored = new JsonObject { ["name"] = "Ann" };
        service.Script.Enqueue(PersistenceService.Answer(HttpStatusCode.ServiceUnavailable));
        service.Script.Enqueue(PersistenceService.Answer(HttpStatusCode.InternalServerError));

        (await service.Client().GetAsync(Token))["name"].Text.ShouldBe("Ann");

        service.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        service.Script.Enqueue(TestServer.Reset());

        await service.Client().SetAsync(new JsonObject { ["name"] = "Ann" }, cancellationToken: Token);

        service.Stored.ShouldNotBeNull();
        service.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_unavailable()
    {
        ScriptFailures(3);

        await FailsAsync(PersistenceFailure.Unavailable, service.Client());

        service.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_left_alone_until_it_has_rested()
    {
        var time = new TestTime(passing: TimeSpan.FromSeconds(10));
        var client = service.Client(time: time);
        ScriptFailures(PersistenceServicePipeline.BreakerCalls);
        await FailsAsync(PersistenceFailure.Unavailable, client);
        await FailsAsync(PersistenceFailure.Unavailable, client);

        var error = await FailsAsync(PersistenceFailure.Unavailable, client);
        error.Message.ShouldContain("left alone");
        service.Requests.Count.ShouldBe(PersistenceServicePipeline.BreakerCalls);

        time.Advance(PersistenceServicePipeline.BreakTime + TimeSpan.FromSeconds(1));
        (await client.GetAsync(Token)).IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public async Task A_service_out_of_reach_is_unavailable()
    {
        using var http = new HttpClient();
        var client = new PersistenceServiceClient(new PersistenceServiceOptions(new Uri("http://127.0.0.1:1"), "token"), http);

        (await FailsAsync(PersistenceFailure.Unavailable, client)).Message.ShouldContain("ConnectionError");
    }

    [Fact]
    public async Task A_late_answer_is_not_waited_for_and_not_asked_for_again()
    {
        var (time, limit) = (new TestTime(), TimeSpan.FromMilliseconds(200));
        service.Script.Enqueue(TestServer.Hang(() => time.Advance(limit)));

        var error = await FailsAsync(PersistenceFailure.Unavailable, service.Client(timeout: limit, time: time));

        error.Message.ShouldContain("0.2 s");
        service.Requests.ShouldBe(OneRead);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task A_token_that_is_not_taken_is_denied_access_without_its_value(HttpStatusCode status)
    {
        service.Script.Enqueue(PersistenceService.Answer(status));

        var error = await FailsAsync(PersistenceFailure.AccessDenied, service.Client("secret-token"));

        error.Option.ShouldBe("Token");
        error.ToString().ShouldNotContain("secret-token");
        service.Requests.ShouldBe(OneRead);
    }

    [Fact]
    public async Task The_token_is_sent_without_the_white_space_of_its_file() =>
        (await service.Client($"{PersistenceService.Token}\n").GetAsync(Token)).IsEmpty.ShouldBeFalse();

    [Theory]
    [InlineData("<html>", "text/html")]
    [InlineData("[1]", "application/json")]
    [InlineData("{\"name\":", "application/json")]
    public async Task Garbage_is_unreadable(string body, string contentType)
    {
        service.Script.Enqueue(PersistenceService.Answer(HttpStatusCode.OK, body, contentType));

        (await FailsAsync(PersistenceFailure.Unreadable, service.Client())).Message.ShouldContain(contentType);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, PersistenceFailure.Refused)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, PersistenceFailure.Refused)]
    [InlineData(HttpStatusCode.NotFound, PersistenceFailure.NotFound)]
    [InlineData(HttpStatusCode.TooManyRequests, PersistenceFailure.Unavailable)]
    public async Task Data_that_is_not_taken_is_an_error(HttpStatusCode status, PersistenceFailure failure)
    {
        service.Script.Enqueue(PersistenceService.Answer(status));

        var error = await Should.ThrowAsync<PersistenceException>(() => service.Client().SetAsync([], cancellationToken: Token));

        error.Reason.ShouldBe(failure);
    }

    [Fact]
    public async Task When_off_reads_are_empty_and_writes_do_nothing()
    {
        var client = service.Client(isActive: false);

        (await client.GetAsync(Token))["name"].IsEmpty.ShouldBeTrue();
        (await client.GetAllAsync(Token))["this-skill"].IsEmpty.ShouldBeTrue();
        await client.SetAsync(new JsonObject { ["name"] = "Ann" }, cancellationToken: Token);
        await client.SetAsync(new JsonObject { ["name"] = "Ann" }, replace: false, Token);
        await client.DeleteAsync(Token);

        service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancellation_is_no_failure_of_the_service() =>
        await Should.ThrowAsync<OperationCanceledException>(() => service.Client().GetAsync(new CancellationToken(canceled: true)));

    private static async Task<PersistenceException> FailsAsync(PersistenceFailure failure, PersistenceServiceClient client)
    {
        var error = await Should.ThrowAsync<PersistenceException>(() => client.GetAsync(Token));
        error.Reason.ShouldBe(failure, error.Message);
        return error;
    }

    private void ScriptFailures(int count)
    {
        for (var answer = 0; answer < count; answer++)
        {
            service.Script.Enqueue(PersistenceService.Answer(HttpStatusCode.ServiceUnavailable));
        }
    }
}
