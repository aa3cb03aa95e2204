using System.Text.Json.Nodes;
using AlexaSkill.Http;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using AlexaSkill.S3;

namespace AlexaSkill.Tests.Persistence;

/// <summary>Two requests of one user at once, against each of the stores as it is.</summary>
public sealed class TwoDevicesTests(DynaliteFixture dynalite, LocalS3 localS3) : IAsyncDisposable
{
    private readonly RequestEnvelope request = Asked.ByAnyone();
    private PersistenceService? service;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => service?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    [InlineData("http")]
    public async Task Neither_overwrites_what_the_other_has_saved(string kind)
    {
        var store = await OpenAsync(kind);
        await store.SaveAsync(request, new StoredAttributes(new JsonObject { ["visits"] = 1 }), Token);
        using var slow = new AttributesManager(request, store);
        using var fast = new AttributesManager(request, store);
        await slow.GetPersistentAttributesAsync(Token);

        (await fast.ChangePersistentAttributesAsync(values => values["name"] = "Bea", Token)).ShouldBeTrue();
        (await slow.ChangePersistentAttributesAsync(values => values["match"] = "Otterhound", Token)).ShouldBeTrue();

        (await ReadAsync(store)).ShouldBe("""{"visits":1,"name":"Bea","match":"Otterhound"}""");
    }

    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    [InlineData("http")]
    public async Task Two_new_ones_both_stay(string kind)
    {
        var store = await OpenAsync(kind);
        using var slow = new AttributesManager(request, store);
        using var fast = new AttributesManager(request, store);
        await slow.GetPersistentAttributesAsync(Token);

        (await fast.ChangePersistentAttributesAsync(values => values["name"] = "Bea", Token)).ShouldBeTrue();
        (await slow.ChangePersistentAttributesAsync(values => values["match"] = "Otterhound", Token)).ShouldBeTrue();

        (await ReadAsync(store)).ShouldBe("""{"name":"Bea","match":"Otterhound"}""");
    }

    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    [InlineData("http")]
    public async Task What_one_has_deleted_the_other_does_not_bring_back(string kind)
    {
        var store = await OpenAsync(kind);
        await store.SaveAsync(request, new StoredAttributes(new JsonObject { ["name"] = "Ann" }), Token);
        using var slow = new AttributesManager(request, store);
        using var fast = new AttributesManager(request, store);
        await slow.GetPersistentAttributesAsync(Token);

        await fast.DeletePersistentAttributesAsync(Token);

        (await slow.ChangePersistentAttributesAsync(values => values["match"] = "Otterhound", Token)).ShouldBeFalse();
        (await ReadAsync(store)).ShouldBe("{}");
    }

    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    [InlineData("http")]
    public async Task A_deletion_that_names_a_state_spares_another_one(string kind)
    {
        var store = await OpenAsync(kind);
        var first = await store.SaveAsync(request, new StoredAttributes(new JsonObject { ["name"] = "Ann" }), Token);
        var second = await store.SaveAsync(request, first with { Values = new JsonObject { ["name"] = "Bea" } }, Token);

        (await Should.ThrowAsync<PersistenceException>(() => store.DeleteAsync(request, first.State, Token)))
            .Reason.ShouldBe(PersistenceFailure.Conflict);
        (await ReadAsync(store)).ShouldBe("""{"name":"Bea"}""");

        await store.DeleteAsync(request, second.State, Token);
        (await ReadAsync(store)).ShouldBe("{}");
    }

    private async Task<string> ReadAsync(IPersistenceAdapter store) => (await store.GetAsync(request, Token)).Values.ToJsonString();

    private async Task<IPersistenceAdapter> OpenAsync(string kind)
    {
        switch (kind)
        {
            case "dynamodb":
                return await dynalite.NewAdapterAsync();
            case "s3":
                return new S3PersistenceAdapter(localS3.Client, new S3PersistenceOptions(LocalS3.Bucket, $"tests/{Guid.NewGuid():N}"));
            default:
                service = await PersistenceService.StartAsync();
                return new HttpPersistenceAdapter(service.Client());
        }
    }
}
