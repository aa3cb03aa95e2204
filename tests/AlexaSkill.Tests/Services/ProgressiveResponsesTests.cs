using System.Text;
using AlexaSkill.Requests;
using AlexaSkill.Services;
using Microsoft.AspNetCore.Http;

namespace AlexaSkill.Tests.Services;

public sealed class ProgressiveResponsesTests : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    [Fact]
    public async Task Something_is_said_before_the_answer()
    {
        await using var alexa = await TestServer.StartAsync(Status(StatusCodes.Status204NoContent));

        await SpeakAsync(alexa, "Let me think about Tom & Jerry…");

        Received(alexa).ShouldBe(
            """
            POST /v1/directives Bearer SECRET application/json {"header":{"requestId":"r-1"},
            "directive":{"type":"VoicePlayer.Speak","speech":"\u003Cspeak\u003ELet me think about Tom \u0026amp; Jerry\u2026\u003C/speak\u003E"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task A_long_text_is_shortened()
    {
        await using var alexa = await TestServer.StartAsync(Status(StatusCodes.Status204NoContent));

        await SpeakAsync(alexa, string.Concat(Enumerable.Repeat("Let me think. ", 100)));

        Received(alexa).Split("think.").Length.ShouldBe((ProgressiveResponses.MaxSpeechLength - 15) / 14 + 1);
    }

    [Theory]
    [InlineData(StatusCodes.Status401Unauthorized)]
    [InlineData(StatusCodes.Status500InternalServerError)]
    public async Task A_refusal_is_an_exception_that_keeps_the_token(int status)
    {
        await using var alexa = await TestServer.StartAsync(Status(status));

        (await Should.ThrowAsync<HttpRequestException>(() => SpeakAsync(alexa, "Hm."))).ToString().ShouldNotContain("SECRET");
    }

    [Fact]
    public async Task A_redirect_does_not_get_the_token()
    {
        await using var thief = await TestServer.StartAsync(Status(StatusCodes.Status204NoContent));
        await using var alexa = await TestServer.StartAsync(context =>
        {
            context.Response.Redirect(thief.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });

        await SpeakAsync(alexa, "Hm.");

        Received(thief).ShouldNotContain("SECRET");
    }

    [Theory]
    [InlineData("https://api.amazonalexa.com", true)]
    [InlineData("https://api.eu.amazonalexa.com/", true)]
    [InlineData("HTTPS://API.FE.AMAZONALEXA.COM", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("https://127.0.0.1", true)]
    [InlineData("http://api.amazonalexa.com", false)]
    [InlineData("https://api.amazonalexa.com.evil.example", false)]
    [InlineData("https://evilamazonalexa.com", false)]
    [InlineData("https://api.amazonalexa.com@evil.example", false)]
    [InlineData("https://evil.example/?.amazonalexa.com", false)]
    [InlineData("https://evil.example#.amazonalexa.com", false)]
    [InlineData("http://169.254.169.254", false)]
    [InlineData("ftp://localhost", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("api.amazonalexa.com", false)]
    [InlineData("", false)]
    public void The_token_goes_to_Alexa_alone(string endpoint, bool isTaken) =>
        ProgressiveResponses.Takes(Request(endpoint)).ShouldBe(isTaken);

    [Theory]
    [InlineData("LaunchRequest", "r-1", "SECRET", true)]
    [InlineData("AlexaSkillEvent.SkillEnabled", "r-1", "SECRET", false)]
    [InlineData("SessionEndedRequest", "r-1", "SECRET", false)]
    [InlineData("IntentRequest", "", "SECRET", false)]
    [InlineData("IntentRequest", "r-1", "", false)]
    [InlineData("IntentRequest", "r-1", "a b", false)]
    [InlineData("IntentRequest", "r-1", "a\\r\\nHost: evil", false)]
    public void Only_a_launch_or_an_intent_with_id_and_token_takes_it(string type, string id, string token, bool isTaken) =>
        ProgressiveResponses.Takes(Request("https://api.amazonalexa.com", type, id, token)).ShouldBe(isTaken);

    [Fact]
    public async Task A_request_that_takes_none_is_told_so()
    {
        ProgressiveResponses.Takes(RequestEnvelope.Read("{}"u8)).ShouldBeFalse();
        (await Should.ThrowAsync<InvalidOperationException>(
            () => new ProgressiveResponses(http).SpeakAsync(Request("https://evil.example"), "Hm."))).Message.ShouldNotContain("evil");
    }

    public void Dispose() => http.Dispose();

    private static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>The one request, as text.</summary>
    private static string Received(TestServer server)
    {
        var request = server.Requests.ShouldHaveSingleItem();
        var (authorization, type) = (request.Headers.GetValueOrDefault("Authorization"), request.Headers.GetValueOrDefault("Content-Type"));
        return $"{request.Method} {request.Path} {authorization} {type} {request.Text}";
    }

    private Task SpeakAsync(TestServer alexa, string text) =>
        new ProgressiveResponses(http).SpeakAsync(Request(alexa.Url), text, TestContext.Current.CancellationToken);

    private static RequestEnvelope Request(string endpoint, string type = "IntentRequest", string id = "r-1", string token = "SECRET") =>
        RequestEnvelope.Read(Encoding.UTF8.GetBytes(
            $$"""
            {"request":{"type":"{{type}}","requestId":"{{id}}"},
            "context":{"System":{"apiEndpoint":"{{endpoint}}","apiAccessToken":"{{token}}"} } }
            """));
}
