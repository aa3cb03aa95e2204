using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Lambda;

/// <summary>Lambda's Runtime API, version 2018-06-01, for the processes of one function.</summary>
internal sealed class RuntimeApi(LambdaFunction function, Channel<LambdaInvocation> queue)
{
    private const string Root = "/2018-06-01/runtime/";

    private Dictionary<int, LambdaInstance> instances = [];

    /// <summary>Names the processes that are served; their ports tell them apart.</summary>
    public void Serve(IEnumerable<LambdaInstance> served) => instances = served.ToDictionary(instance => instance.Port);

    /// <summary>Answers a process.</summary>
    public Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var instance = instances[context.Connection.LocalPort];
        return (context.Request.Method, path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : []) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(instance, context),
            ("POST", ["invocation", var id, "response"]) => ResponseAsync(instance, id, context),
            ("POST", ["invocation", var id, "error"]) => ErrorAsync(instance, id, context),
            ("POST", ["init", "error"]) => InitErrorAsync(instance, context),
            _ => AnswerAsync(context, StatusCodes.Status404NotFound, "{\"errorType\":\"NotFound\"}"u8),
        };
    }

    private async Task NextAsync(LambdaInstance instance, HttpContext context)
    {
        var alive = instance.Ask();
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(alive, context.RequestAborted);
        LambdaInvocation invocation;
        try
        {
            do
            {
                invocation = await queue.Reader.ReadAsync(asking.Token);
            }
            while (invocation.Result.IsCompleted); // Its caller has given up.
        }
        catch (Exception ended) when (ended is OperationCanceledException or ChannelClosedException)
        {
            context.Abort();
            return;
        }

        if (!instance.TryTake(invocation, alive))
        {
            Return(invocation);
            context.Abort();
            return;
        }

        var now = DateTimeOffset.UtcNow;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.Id;
        headers["Lambda-Runtime-Deadline-Ms"] = (now + function.Timeout).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = function.Arn;
        headers["Lambda-Runtime-Trace-Id"] = TraceId(now);
        await LoopbackServer.WriteAsync(context.Response, StatusCodes.Status200OK, "application/json", invocation.Payload);
    }

    /// <summary>Leaves an invocation to another process.</summary>
    private void Return(LambdaInvocation invocation)
    {
        if (!queue.Writer.TryWrite(invocation))
        {
            invocation.End();
        }
    }

    private static async Task ResponseAsync(LambdaInstance instance, string id, HttpContext context)
    {
        var body = await LoopbackServer.ReadBodyAsync(context.Request);
        if (body.Length > LambdaFunction.MaxResponseBytes)
        {
            var message = $"The response has {body.Length} bytes; {LambdaFunction.MaxResponseBytes} bytes are allowed.";
            instance.TryComplete(id, InvocationResult.Failed("Function.ResponseSizeTooLarge", message));
            await AnswerAsync(context, StatusCodes.Status413PayloadTooLarge, "{\"errorType\":\"RequestEntityTooLarge\"}"u8);
            return;
        }

        await AcceptAsync(context, instance.TryComplete(id, new InvocationResult(body)));
    }

    private static async Task ErrorAsync(LambdaInstance instance, string id, HttpContext context)
    {
        var (type, message) = await ReadErrorAsync(context);
        await AcceptAsync(context, instance.TryComplete(id, InvocationResult.Failed(type, message)));
    }

    private static async Task InitErrorAsync(LambdaInstance instance, HttpContext context)
    {
        var (type, message) = await ReadErrorAsync(context);
        instance.FailInit(message.Length > 0 ? message : type);
        await AcceptAsync(context, true);
    }

    private static async Task<FunctionError> ReadErrorAsync(HttpContext context)
    {
        var body = await LoopbackServer.ReadBodyAsync(context.Request);
        try
        {
            var error = JsonElement.Parse(body.Span);
            return new FunctionError(Text(error, "errorType") ?? "Unhandled", Text(error, "errorMessage") ?? "");
        }
        catch (JsonException)
        {
            return new FunctionError((string?)context.Request.Headers["Lambda-Runtime-Function-Error-Type"] ?? "Unhandled", "");
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Task AcceptAsync(HttpContext context, bool known) => known
        ? AnswerAsync(context, StatusCodes.Status202Accepted, "{\"status\":\"OK\"}"u8)
        : AnswerAsync(context, StatusCodes.Status400BadRequest, "{\"errorType\":\"InvalidRequestID\"}"u8);

    private static Task AnswerAsync(HttpContext context, int status, ReadOnlySpan<byte> json) =>
        LoopbackServer.WriteAsync(context.Response, status, "application/json", json.ToArray());

    private static string TraceId(DateTimeOffset now)
    {
        var random = RandomNumberGenerator.GetHexString(40, lowercase: true);
        return $"Root=1-{now.ToUnixTimeSeconds():x8}-{random[..24]};Parent={random[24..]};Sampled=0";
    }
}
