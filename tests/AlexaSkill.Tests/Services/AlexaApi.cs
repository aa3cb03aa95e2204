using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlexaSkill.Tests.Services;

/// <summary>Alexa's end of the wire: notes what comes and answers as it is told.</summary>
internal sealed class AlexaApi : IAsyncDisposable
{
    private readonly WebApplication application;

    private AlexaApi(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            Received.Enqueue(
                $"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Authorization} {context.Request.ContentType} {body}");
            await answer(context);
        });
    }

    public ConcurrentQueue<string> Received { get; } = [];

    public string Address => application.Urls.Single();

    public static async Task<AlexaApi> StartAsync(RequestDelegate answer)
    {
        var api = new AlexaApi(answer);
        await api.application.StartAsync(TestContext.Current.CancellationToken);
        return api;
    }

    public static RequestDelegate Status(int status, string? location = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(TestContext.Current.CancellationToken);
        await application.DisposeAsync();
    }
}
