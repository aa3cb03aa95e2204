using System.Text.Json.Nodes;
using AlexaSkill.DynamoDb;
using AlexaSkill.Http;
using AlexaSkill.Persistence;
using LocalAws.Hosting;
using LocalEmulator.Services;

namespace AlexaSkill.Tests.Persistence;

public sealed class PersistenceServiceEndpointTests(DynaliteFixture dynalite) : IAsyncLifetime
{
    private readonly DynamoDbPersistenceOptions options = new(DynaliteFixture.NewTableName());
    private readonly HttpClient http = new();
    private PersistenceServiceEndpoint endpoint = null!;
    private LoopbackServer server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var store = new DynamoDbPersistenceAdapter(dynalite.Client, options);
        await store.CreateIfNotExistsAsync(Token);
        endpoint = new PersistenceServiceEndpoint(store);
        server = await LoopbackServer.StartAsync(endpoint.HandleAsync, error => throw error, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        http.Dispose();
    }

    [Fact]
    public async Task Hello_asks_for_the_name_once_and_greets_by_it_across_restarts()
    {
        (await HelloAsync()).ShouldBe("Who are you?");
        (await HelloAsync("Ann")).ShouldBe("Hello, Ann!");

        await StopAsync();
        await InitializeAsync();

        (await HelloAsync()).ShouldBe("Hello, Ann!");
    }

    [Fact]
    public async Task A_token_is_a_user_and_a_skill()
    {
        await Client("ann/hello").SetAsync(new JsonObject { ["name"] = "Ann" }, cancellationToken: Token);
        await Client("ann/weather").SetAsync(new JsonObject { ["place"] = "Bonn" }, cancellationToken: Token);

        (await Client("ann/hello").GetAsync(Token)).ToString().ShouldBe("""{"name":"Ann"}""");
        (await Client("bob/hello").GetAsync(Token)).IsEmpty.ShouldBeFalse();
        (await Client("bob/hello").GetAsync(Token)).ToString().ShouldBe("{}");
        (await Client("ann/hello").GetAllAsync(Token)).ToString().ShouldBe("""{"hello":{"name":"Ann"},"weather":{"place":"Bonn"}}""");
    }

    [Fact]
    public async Task Deleting_leaves_the_users_other_skills_and_the_last_one_leaves_nothing()
    {
        await Client("ann/hello").SetAsync(new JsonObject { ["name"] = "Ann" }, cancellationToken: Token);
        await Client("ann/weather").SetAsync(new JsonObject { ["place"] = "Bonn" }, cancellationToken: Token);

        await Client("ann/hello").DeleteAsync(Token);
        (await Client("ann/hello").GetAllAsync(Token)).ToString().ShouldBe("""{"weather":{"place":"Bonn"}}""");

        await Client("ann/weather").DeleteAsync(Token);
        await Client("ann/weather").DeleteAsync(Token);
        (await Client("ann/hello").GetAllAsync(Token)).ToString().ShouldBe("{}");
    }

    [Fact]
    public async Task A_token_that_is_none_is_denied_access()
    {
        var error = await Should.ThrowAsync<PersistenceException>(() => Client("nonsense").GetAsync(Token));

        error.Reason.ShouldBe(PersistenceFailure.AccessDenied);
    }

    [Fact]
    public async Task Values_of_every_kind_come_back()
    {
        foreach (var values in AnyJson.Objects(20))
        {
            await Client("ann/hello").SetAsync(values, cancellationToken: Token);

            JsonNode.DeepEquals((await Client("ann/hello").GetAsync(Token)).Json, values).ShouldBeTrue(values.ToJsonString());
        }
    }

    [Fact]
    public async Task Many_users_of_one_skill_lose_nothing()
    {
        var adapter = new HttpPersistenceAdapter(Client("service/hello"));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(user =>
            adapter.SaveAsync(Asked.By($"user-{user}"), new StoredAttributes(new JsonObject { ["visits"] = user }), Token)));

        (await Client("service/hello").GetAsync(Token)).Json!.AsObject().Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{"a":1,"a":2}}""")]
    public async Task A_body_without_data_is_a_bad_request(string body)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, $"{server.Address}/v1/persistence/entry");
        post.Content = new StringContent(body);
        post.Headers.Authorization = new("Bearer", "ann/hello");

        using var response = await http.SendAsync(post, Token);

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    /// <summary>The example of the persistence service's manual: one who says a name is remembered by it.</summary>
    private async Task<string> HelloAsync(string? name = null)
    {
        if (name is not null)
        {
            await Client("ann/hello").SetAsync(new JsonObject { ["name"] = name }, cancellationToken: Token);
        }

        return (await Client("ann/hello").GetAsync(Token))["name"].Text is { } known ? $"Hello, {known}!" : "Who are you?";
    }

    private PersistenceServiceClient Client(string token) => new(new PersistenceServiceOptions(new Uri(server.Address), token), http);

    private async Task StopAsync()
    {
        await server.DisposeAsync();
        endpoint.Dispose();
    }
}
