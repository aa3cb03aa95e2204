using System.Globalization;
using System.Threading.Channels;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.AspNetCore.Http;

namespace PackageStandIns.Tests;

/// <summary>The Lambda Runtime API for one function: hands out invocations, keeps what is posted.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    public static readonly DateTimeOffset Deadline = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    private const string Prefix = "/2018-06-01/runtime/";

    private readonly Channel<(string Id, byte[] Payload)> invocations = Channel.CreateUnbounded<(string, byte[])>();
    private readonly Channel<ReceivedRequest> posts = Channel.CreateUnbounded<ReceivedRequest>();
    private readonly SemaphoreSlim waiting = new(0);
    private TestServer server = null!;

    public int NextStatus { get; set; } = StatusCodes.Status200OK;

    public int PostStatus { get; set; } = StatusCodes.Status202Accepted;

    public string HostAndPort => server.Address.Authority;

    public static async Task<RuntimeApi> StartAsync()
    {
        var api = new RuntimeApi();
        api.server = await TestServer.StartAsync(api.AnswerAsync);
        return api;
    }

    public LambdaBootstrap Build(LambdaBootstrapBuilder builder, TimeProvider? time = null) => builder.Build(
        name => name switch
        {
            "AWS_LAMBDA_RUNTIME_API" => HostAndPort,
            "AWS_LAMBDA_FUNCTION_NAME" => "pet-match",
            "AWS_LAMBDA_FUNCTION_VERSION" => "7",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE" => "512",
            "AWS_LAMBDA_LOG_GROUP_NAME" => "/aws/lambda/pet-match",
            "AWS_LAMBDA_LOG_STREAM_NAME" => "2026/01/02/[7]abc",
            _ => null,
        },
        time ?? TimeProvider.System);

    public void Invoke(string id, ReadOnlySpan<byte> payload) => invocations.Writer.TryWrite((id, payload.ToArray()));

    public Task FunctionWaitsAsync() => waiting.WaitAsync(TestContext.Current.CancellationToken);

    public async Task<ReceivedRequest> PostAsync() => await posts.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        waiting.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Path == Prefix + "invocation/next")
        {
            await HandOutAsync(context);
        }
        else
        {
            var post = server.Requests[^1];
            await posts.Writer.WriteAsync(post with { Path = post.Path.Replace(Prefix, "", StringComparison.Ordinal) });
            context.Response.StatusCode = PostStatus;
        }
    }

    private async Task HandOutAsync(HttpContext context)
    {
        context.Response.StatusCode = NextStatus;
        if (NextStatus != StatusCodes.Status200OK)
        {
            await context.Response.WriteAsync("out of order");
            return;
        }

        waiting.Release();
        var (id, payload) = await invocations.Reader.ReadAsync(context.RequestAborted);
        context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = id;
        context.Response.Headers["Lambda-Runtime-Deadline-Ms"] = Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:123456789012:function:pet-match";
        context.Response.Headers["Lambda-Runtime-Trace-Id"] = $"Root=1-{id}";
        context.Response.ContentLength = payload.Length;
        await context.Response.Body.WriteAsync(payload, context.RequestAborted);
    }
}
