using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Testing;

/// <summary>An HTTP server on a free port of 127.0.0.1 that answers as a test says, and keeps the requests.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly RequestDelegate[] steps;
    private readonly List<ReceivedRequest> requests = [];

    private TestServer(RequestDelegate[] steps)
    {
        this.steps = steps;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => application.Urls.Single();

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Url);

    /// <summary>The requests so far, oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>Starts a server.</summary>
    /// <param name="steps">What answers a request each; the last one answers all from then on. The body can be read again.</param>
    /// <returns>The running server.</returns>
    public static async Task<TestServer> StartAsync(params RequestDelegate[] steps)
    {
        var server = new TestServer(steps);
        await server.application.StartAsync();
        return server;
    }

    /// <summary>Answers with a text.</summary>
    /// <param name="body">The body.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The body's type; null = none is told.</param>
    /// <returns>The step.</returns>
    public static RequestDelegate Say(string body, int status = 200, string? contentType = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Breaks the connection.</summary>
    /// <returns>The step.</returns>
    public static RequestDelegate Reset() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Never answers, and waits until the caller has given up.</summary>
    /// <param name="meanwhile">What happens as soon as the request is there, such as time that passes.</param>
    /// <returns>The step.</returns>
    public static RequestDelegate Hang(Action? meanwhile = null) => context =>
    {
        var gone = GoneAsync(context);
        meanwhile?.Invoke();
        return gone;
    };

    /// <summary>Begins an answer that never ends.</summary>
    /// <param name="meanwhile">What happens as soon as it is begun.</param>
    /// <returns>The step.</returns>
    public static RequestDelegate Trickle(Action? meanwhile = null) => async context =>
    {
        context.Response.ContentLength = 1_000_000;
        await context.Response.WriteAsync("{");
        await context.Response.Body.FlushAsync();
        await Hang(meanwhile)(context);
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task GoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await ReceivedRequest.ReadAsync(context.Request);
        using var body = new MemoryStream(request.Body, writable: false);
        context.Request.Body = body;
        RequestDelegate step;
        lock (requests)
        {
            step = steps[Math.Min(requests.Count, steps.Length - 1)];
            requests.Add(request);
        }

        await step(context);
    }
}
