using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StreamToFirehoseFunction.Tests;

/// <summary>An endpoint that answers as a test says, one step a request and the last step from then on.</summary>
internal sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Step[] steps;
    private readonly List<(string Path, byte[] Body)> requests = [];

    private ScriptedEndpoint(Step[] steps)
    {
        this.steps = steps;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Answers a request whose body is read.</summary>
    public delegate Task Step(HttpContext http, byte[] body);

    public string Url => app.Urls.Single();

    /// <summary>The requests so far.</summary>
    public (string Path, byte[] Body)[] Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    public static async Task<ScriptedEndpoint> StartAsync(params Step[] steps)
    {
        var endpoint = new ScriptedEndpoint(steps);
        await endpoint.app.StartAsync();
        return endpoint;
    }

    public static Step Say(string answer, int status = 200) => (http, _) =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(answer);
    };

    public static Step Reset() => (http, _) =>
    {
        http.Abort();
        return Task.CompletedTask;
    };

    public static Step Hang() => (http, _) => GoneAsync(http);

    /// <summary>Begins an answer that never ends.</summary>
    public static Step Trickle() => async (http, _) =>
    {
        http.Response.ContentLength = 1_000_000;
        await http.Response.WriteAsync("{");
        await http.Response.Body.FlushAsync();
        await GoneAsync(http);
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task GoneAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Step step;
        lock (requests)
        {
            step = steps[Math.Min(requests.Count, steps.Length - 1)];
            requests.Add((http.Request.Path, body.ToArray()));
        }

        await step(http, body.ToArray());
    }
}
