using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using AlexaSkill.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace AlexaSkill.Tests.Persistence;

/// <summary>A persistence service in memory, for one skill, which answers otherwise when told to.</summary>
internal sealed class PersistenceService : IAsyncDisposable
{
    public const string Token = "service-token";

    private readonly HttpClient http = new();
    private readonly Lock turn = new();
    private TestServer server = null!;
    private string? stored;
    private int version;

    private PersistenceService()
    {
    }

    /// <summary>The requests that came, oldest first.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>How the next requests are answered instead.</summary>
    public ConcurrentQueue<RequestDelegate> Script { get; } = [];

    /// <summary>What is stored; null for nothing.</summary>
    public JsonObject? Stored
    {
        get => stored is null ? null : JsonNode.Parse(stored)!.AsObject();
        set => (stored, version) = (value?.ToJsonString(), version + 1);
    }

    public static async Task<PersistenceService> StartAsync(bool sendsTags = true)
    {
        var service = new PersistenceService();
        service.server = await TestServer.StartAsync(async context =>
        {
            service.Requests.Enqueue($"{context.Request.Method} {context.Request.GetEncodedPathAndQuery()}");
            await (service.Script.TryDequeue(out var scripted) ? scripted(context) : service.ServeAsync(context, sendsTags));
        });
        return service;
    }

    public static RequestDelegate Answer(HttpStatusCode status, string body = "", string contentType = "application/json") =>
        context =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body, context.RequestAborted);
        };

    public PersistenceServiceClient Client(
        string token = Token,
        bool isActive = true,
        TimeSpan? timeout = null,
        TimeProvider? time = null,
        int maxEntryBytes = PersistenceServiceOptions.DefaultMaxEntryBytes,
        Action<int>? onNearlyFull = null)
    {
        var options = new PersistenceServiceOptions(
            server.Address, token, isActive, timeout ?? TimeSpan.FromMinutes(1), maxEntryBytes, onNearlyFull);
        return new(options, http, time);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context, bool sendsTags)
    {
        var body = context.Request.Method == "POST"
            ? await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted)
            : null;
        HttpStatusCode status;
        string answer;
        lock (turn)
        {
            (status, answer) = Serve(context, body, sendsTags);
        }

        await Answer(status, answer)(context);
    }

    private (HttpStatusCode Status, string Answer) Serve(HttpContext context, JsonNode? body, bool sendsTags)
    {
        var headers = context.Request.Headers;
        var tag = sendsTags && stored is not null ? $"\"{version}\"" : null;
        var holds = !sendsTags
            || ((headers.IfMatch.Count == 0 || headers.IfMatch == tag) && (headers.IfNoneMatch.Count == 0 || tag is null));
        context.Response.Headers.ETag = tag;
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case var _ when headers.Authorization != $"Bearer {Token}":
                return (HttpStatusCode.Unauthorized, "");
            case var _ when !holds:
                return (HttpStatusCode.PreconditionFailed, "");
            case ("POST", "/v1/persistence/entry"):
                Stored = body!["data"]!.AsObject();
                return (HttpStatusCode.OK, "");
            case ("GET", "/v1/persistence/entry/data") when stored is not null:
                return (HttpStatusCode.OK, stored);
            case ("GET", "/v1/persistence/entry") when stored is not null:
                return (HttpStatusCode.OK, $$"""{"this-skill":{{stored}}}""");
            case ("DELETE", "/v1/persistence/entry") when stored is not null:
                Stored = null;
                return (HttpStatusCode.NoContent, "");
            default:
                return (HttpStatusCode.NotFound, """{"error":"nothing here"}""");
        }
    }
}
