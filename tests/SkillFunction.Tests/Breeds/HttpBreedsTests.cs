using AlexaSkill.Requests;
using AlexaSkill.Services;
using Analytics;
using Microsoft.AspNetCore.Http;
using SkillFunction.Breeds;
using SkillFunction.Tests.Fakes;

namespace SkillFunction.Tests.Breeds;

public sealed class HttpBreedsTests
{
    private const int Milliseconds = 42;

    private readonly TestTime time = new();

    [Theory]
    [InlineData("""{"result":[{"breed":"Boxer"}]}""", Outcome.Match, "Boxer")]
    [InlineData("""{"more":1,"result":[{"id":7,"breed":" Great Pyrenees "},{"breed":5}]}""", Outcome.Match, "Great Pyrenees")]
    [InlineData("""{"result":[]}""", Outcome.NoMatch, null)]
    [InlineData("""{"result":[{"breed":""}]}""", Outcome.ApiError, null)]
    [InlineData("""{"result":[{"breed":null}]}""", Outcome.ApiError, null)]
    [InlineData("""{"result":[{}]}""", Outcome.ApiError, null)]
    [InlineData("""{"result":["Boxer"]}""", Outcome.ApiError, null)]
    [InlineData("""{"result":null}""", Outcome.ApiError, null)]
    [InlineData("{}", Outcome.ApiError, null)]
    [InlineData("[]", Outcome.ApiError, null)]
    [InlineData("", Outcome.ApiError, null)]
    [InlineData("<html>", Outcome.ApiError, null)]
    public async Task The_reply_decides(string reply, Outcome outcome, string? breed)
    {
        var finding = await FindAsync(context => context.Response.WriteAsync(reply));

        finding.ShouldBe(new BreedFinding(outcome, breed, Milliseconds));
    }

    [Theory]
    [InlineData(StatusCodes.Status204NoContent)]
    [InlineData(StatusCodes.Status404NotFound)]
    [InlineData(StatusCodes.Status500InternalServerError)]
    public async Task An_error_is_no_answer(int status)
    {
        var finding = await FindAsync(context =>
        {
            context.Response.StatusCode = status;
            return status == StatusCodes.Status204NoContent ? Task.CompletedTask : context.Response.WriteAsync("""{"result":[]}""");
        });

        finding.Outcome.ShouldBe(Outcome.ApiError);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_given_up()
    {
        var finding = await FindAsync(TestServer.Hang(() => time.Advance(BreedFinder.HttpLimit)));

        finding.Outcome.ShouldBe(Outcome.ApiError);
    }

    [Fact]
    public async Task A_reply_without_end_is_given_up()
    {
        var finding = await FindAsync(async context =>
        {
            var bytes = new byte[HttpBreeds.MaxReplyBytes];
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });

        finding.Outcome.ShouldBe(Outcome.ApiError);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_no_answer()
    {
        var server = await TestServer.StartAsync(_ => Task.CompletedTask);
        var address = server.Address;
        await server.DisposeAsync();

        (await FindAsync(address)).Outcome.ShouldBe(Outcome.ApiError);
    }

    [Theory]
    [InlineData("", "?SSET=canine-high-large-guard")]
    [InlineData("breeds", "?SSET=canine-high-large-guard")]
    [InlineData("breeds?a=b", "?a=b&SSET=canine-high-large-guard")]
    public async Task The_key_is_the_query(string path, string query)
    {
        string? received = null;
        await using var server = await TestServer.StartAsync(context =>
        {
            received = context.Request.QueryString.Value;
            return context.Response.WriteAsync("""{"result":[]}""");
        });

        await FindAsync(new Uri(server.Address, path));

        received.ShouldBe(query);
    }

    [Fact]
    public void A_look_up_has_its_limits()
    {
        BreedFinder.TableLimit.ShouldBe(TimeSpan.FromSeconds(2));
        BreedFinder.HttpLimit.ShouldBe(TimeSpan.FromSeconds(2.5));
    }

    private async Task<BreedFinding> FindAsync(RequestDelegate service)
    {
        await using var server = await TestServer.StartAsync(service);
        return await FindAsync(server.Address);
    }

    private async Task<BreedFinding> FindAsync(Uri address)
    {
        using var direct = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpClient(direct) { MaxResponseContentBufferSize = HttpBreeds.MaxReplyBytes };
        var breeds = new HttpBreeds(http, address);
        var notice = new LookupNotice(new ProgressiveResponses(http), time, new LogLines());
        var finder = new BreedFinder(LookUpAsync, BreedFinder.HttpLimit, notice, time, new LogLines());
        return await finder.FindAsync(
            BreedCatalog.Key("large", "guard", "high"), RequestEnvelope.Read("{}"u8), () => "", TestContext.Current.CancellationToken);

        Task<string?> LookUpAsync(string key, CancellationToken cancellationToken)
        {
            time.Advance(TimeSpan.FromMilliseconds(Milliseconds));
            return breeds.FindAsync(key, cancellationToken);
        }
    }
}
