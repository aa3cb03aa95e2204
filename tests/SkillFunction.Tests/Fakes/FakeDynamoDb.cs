using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using LocalEmulator.Services;
using Microsoft.AspNetCore.Http;

namespace SkillFunction.Tests.Fakes;

/// <summary>DynamoDB's end of the wire: notes every call and answers as it is told.</summary>
internal sealed class FakeDynamoDb : IAsyncDisposable
{
    private TestServer? server;

    public IAmazonDynamoDB Client { get; private set; } = null!;

    public ConcurrentQueue<JsonNode> Calls { get; } = new();

    public RequestDelegate Answer { get; set; } = context => ReplyAsync(context, StatusCodes.Status200OK, "{}");

    public static async Task<FakeDynamoDb> StartAsync()
    {
        var fake = new FakeDynamoDb();
        fake.server = await TestServer.StartAsync(fake.TakeAsync);
        fake.Client = LocalClients.DynamoDb(fake.server.Address.ToString());
        return fake;
    }

    public static RequestDelegate Fail(int status, string type) =>
        context => ReplyAsync(context, status, $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{type}}","message":"as told"}""");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server!.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        Calls.Enqueue((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!);
        await Answer(context);
    }

    private static Task ReplyAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        return context.Response.WriteAsync(json);
    }
}
