using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace StreamToFirehoseFunction.Tests;

/// <summary>A Firehose that answers calls of PutRecordBatch as a test says, one step a call and the last step from then on.</summary>
internal sealed class ScriptedFirehose : IAsyncDisposable
{
    private readonly List<string> taken = [];
    private TestServer? endpoint;

    /// <summary>The records of each call, as text.</summary>
    public IReadOnlyList<string[]> Calls => [.. endpoint!.Requests.Select(request => Records(request.Body))];

    /// <summary>What was taken, whatever was answered, as one text.</summary>
    public string Taken
    {
        get
        {
            lock (taken)
            {
                return string.Concat(taken);
            }
        }
    }

    public string Url => endpoint!.Url;

    public static async Task<ScriptedFirehose> StartAsync(params RequestDelegate[] steps)
    {
        var firehose = new ScriptedFirehose();
        firehose.endpoint = await TestServer.StartAsync([.. steps.Select(firehose.Remembering)]);
        return firehose;
    }

    /// <summary>Takes all records but those at the given places.</summary>
    public static RequestDelegate Take(params int[] exceptPlaces) => http =>
    {
        var records = Records(http);
        Remember(http, records.Where((_, place) => !exceptPlaces.Contains(place)));
        return http.Response.WriteAsync(Answer(records.Length, exceptPlaces));
    };

    /// <summary>Takes no record, and says so with success.</summary>
    public static RequestDelegate TakeNone() => http =>
    {
        var count = Records(http).Length;
        return http.Response.WriteAsync(Answer(count, [.. Enumerable.Range(0, count)]));
    };

    /// <summary>Takes all records, and answers otherwise.</summary>
    public static RequestDelegate TakeThen(RequestDelegate answer) => http =>
    {
        Remember(http, Records(http));
        return answer(http);
    };

    public static RequestDelegate Fail(int status, string code) =>
        TestServer.Say(new JsonObject { ["__type"] = code, ["message"] = "As scripted." }.ToJsonString(), status);

    /// <summary>The answer of PutRecordBatch.</summary>
    public static string Answer(int records, IReadOnlyCollection<int> failed) => new JsonObject
    {
        ["FailedPutCount"] = failed.Count,
        ["RequestResponses"] = new JsonArray([.. Enumerable.Range(0, records).Select(place => failed.Contains(place)
            ? new JsonObject { ["ErrorCode"] = "ServiceUnavailableException", ["ErrorMessage"] = "Slow down." }
            : new JsonObject { ["RecordId"] = $"id-{place}" })]),
    }.ToJsonString();

    /// <summary>The records of a request of PutRecordBatch, as text.</summary>
    public static string[] Records(byte[] request) =>
        [.. JsonNode.Parse(request)!["Records"]!.AsArray().Select(record => Encoding.UTF8.GetString(Convert.FromBase64String(record!["Data"]!.GetValue<string>())))];

    private static string[] Records(HttpContext http)
    {
        using var body = new MemoryStream();
        http.Request.Body.Position = 0;
        http.Request.Body.CopyTo(body);
        return Records(body.ToArray());
    }

    public ValueTask DisposeAsync() => endpoint!.DisposeAsync();

    private static void Remember(HttpContext http, IEnumerable<string> records)
    {
        var all = (List<string>)http.Items[nameof(Taken)]!;
        lock (all)
        {
            all.AddRange(records);
        }
    }

    private RequestDelegate Remembering(RequestDelegate step) => http =>
    {
        http.Items[nameof(Taken)] = taken;
        return step(http);
    };
}
