using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace StreamToFirehoseFunction.Tests;

/// <summary>An endpoint that answers calls of PutRecordBatch as a test says, one step a call and the last step from then on.</summary>
internal sealed class ScriptedFirehose : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<Func<JsonArray, HttpContext, Task>> steps;
    private int calls;

    private ScriptedFirehose(List<Func<JsonArray, HttpContext, Task>> steps)
    {
        this.steps = steps;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        app = builder.Build();
        app.MapPost("/", AnswerAsync);
    }

    /// <summary>The records of each call, as text.</summary>
    public List<string[]> Calls { get; } = [];

    public string Url => app.Urls.Single();

    public static async Task<ScriptedFirehose> StartAsync(params Func<JsonArray, HttpContext, Task>[] steps)
    {
        var firehose = new ScriptedFirehose([.. steps]);
        await firehose.app.StartAsync();
        return firehose;
    }

    /// <summary>Takes all records but those at the given places.</summary>
    public static Func<JsonArray, HttpContext, Task> Take(params int[] exceptPlaces) => (records, http) =>
        http.Response.WriteAsync(new JsonObject
        {
            ["FailedPutCount"] = exceptPlaces.Length,
            ["RequestResponses"] = new JsonArray([.. records.Select((_, place) => exceptPlaces.Contains(place)
                ? new JsonObject { ["ErrorCode"] = "ServiceUnavailableException", ["ErrorMessage"] = "Slow down." }
                : new JsonObject { ["RecordId"] = $"id-{place}" })]),
        }.ToJsonString());

    public static Func<JsonArray, HttpContext, Task> Fail(int status, string code) => (_, http) =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(new JsonObject { ["__type"] = code, ["message"] = "As scripted." }.ToJsonString());
    };

    public static Func<JsonArray, HttpContext, Task> Say(string answer) => (_, http) => http.Response.WriteAsync(answer);

    public static Func<JsonArray, HttpContext, Task> Reset() => (_, http) =>
    {
        http.Abort();
        return Task.CompletedTask;
    };

    public static Func<JsonArray, HttpContext, Task> Hang() => async (_, http) =>
    {
        var gone = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var request = await JsonNode.ParseAsync(http.Request.Body);
        var records = request!["Records"]!.AsArray();
        Func<JsonArray, HttpContext, Task> step;
        lock (Calls)
        {
            Calls.Add([.. records.Select(record => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(record!["Data"]!.GetValue<string>())))]);
            step = steps[Math.Min(calls++, steps.Count - 1)];
        }

        http.Response.ContentType = "application/x-amz-json-1.1";
        await step(records, http);
    }
}
