using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using AlexaSkill.Services;
using Microsoft.AspNetCore.Http;
using SkillFunction.Breeds;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;

namespace SkillFunction.Tests.Breeds;

public sealed class LookupNoticeTests
{
    private readonly ConcurrentQueue<JsonNode> received = [];
    private readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_slow_look_up_is_announced_in_the_users_language()
    {
        var answer = await AskAsync(AlexaJson.In("de-DE", MemoryJson.Otterhound), TakeAsync, heard.Task);

        var directive = received.ShouldHaveSingleItem();
        ((string?)directive["header"]!["requestId"]).ShouldBe("request-1");
        ((string?)directive["directive"]!["speech"]).ShouldBe("<speak>Lass mich überlegen.</speak>");
        ((bool?)answer["response"]!["shouldEndSession"]).ShouldBe(true);
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_an_announcement_that_hangs()
    {
        var answer = await AskAsync(
            MemoryJson.Otterhound,
            async context =>
            {
                heard.SetResult();
                await TestServer.Hang()(context);
            },
            heard.Task);

        MemoryJson.Speech(answer).ShouldStartWith("An Otterhound");
    }

    [Fact]
    public async Task A_quick_look_up_is_not_announced()
    {
        await AskAsync(MemoryJson.Otterhound, TakeAsync, Task.CompletedTask, silence: TimeSpan.Zero);

        received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_announcement_is_told_without_the_token()
    {
        await using var alexa = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var log = new LogLines();
        var notice = new LookupNotice(new ProgressiveResponses(http), new TestTime(passing: LookupNotice.Silence), log);

        await notice.SpeakAsync(Envelope(alexa.Address), () => "Hm.", TestContext.Current.CancellationToken);
        notice.Plan(Envelope(new Uri("https://evil.example")), () => "Hm.", TestContext.Current.CancellationToken).ShouldBeNull();

        log.All.ShouldHaveSingleItem().ShouldStartWith("Warning: A user could not be asked for patience: HttpRequestException");
        log.All[0].ShouldNotContain("SECRET");
    }

    private static RequestEnvelope Envelope(Uri alexa) =>
        RequestEnvelope.Read(Encoding.UTF8.GetBytes(AlexaJson.SentFrom(alexa, MemoryJson.Otterhound)));

    private static async Task<JsonNode> AskAsync(string request, RequestDelegate alexa, Task lookup, TimeSpan? silence = null)
    {
        await using var server = await TestServer.StartAsync(alexa);
        await using var skill = await TestSkill.StartAsync(
            lookup: async (_, _) =>
            {
                await lookup;
                return "Otterhound";
            },
            time: new TestTime(passing: silence ?? LookupNotice.Silence));
        return await skill.AskAsync(AlexaJson.SentFrom(server.Address, request));
    }

    private async Task TakeAsync(HttpContext context)
    {
        context.Request.Headers.Authorization.ToString().ShouldBe("Bearer SECRETTOKEN");
        received.Enqueue((await JsonNode.ParseAsync(context.Request.Body))!);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        heard.SetResult();
    }
}
