using System.Text.Json.Nodes;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Http;

namespace Benchmarks;

/// <summary>A delivery stream that takes every record and keeps none.</summary>
internal static class AcceptingFirehose
{
    public static async Task HandleAsync(HttpContext context)
    {
        var body = await LoopbackServer.ReadBodyAsync(context.Request);
        var records = JsonNode.Parse(body.Span)!["Records"]!.AsArray();
        var answer = new JsonObject
        {
            ["FailedPutCount"] = 0,
            ["RequestResponses"] = new JsonArray([.. records.Select(_ => new JsonObject { ["RecordId"] = "1" })]),
        };
        await LoopbackServer.WriteAsync(
            context.Response, StatusCodes.Status200OK, "application/x-amz-json-1.1", System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString()));
    }
}
