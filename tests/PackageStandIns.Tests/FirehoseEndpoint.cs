using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PackageStandIns.Tests;

/// <summary>An endpoint that gives the answers it is told, the last of them again and again, and keeps the requests.</summary>
internal sealed class FirehoseEndpoint(params (int Status, string Json)[] answers) : IAsyncDisposable
{
    private LocalServer server = null!;

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    public string Url => server.Address.ToString();

    public static async Task<FirehoseEndpoint> StartAsync(params (int Status, string Json)[] answers)
    {
        var endpoint = new FirehoseEndpoint(answers);
        endpoint.server = await LocalServer.StartAsync(endpoint.AnswerAsync, TestContext.Current.CancellationToken);
        return endpoint;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(await ReceivedRequest.ReadAsync(context.Request));
        var (status, json) = answers[Math.Min(Requests.Count, answers.Length) - 1];
        var body = Encoding.UTF8.GetBytes(json);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.ContentLength = body.Length;
        context.Response.Headers["x-amzn-RequestId"] = "4a1f0f9b-request";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
