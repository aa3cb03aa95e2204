using System.Text;
using Microsoft.AspNetCore.Http;

namespace PackageStandIns.Tests;

/// <summary>An endpoint that gives the answers it is told, the last of them again and again, and keeps the requests.</summary>
internal static class FirehoseEndpoint
{
    public static Task<TestServer> StartAsync(params (int Status, string Json)[] answers) =>
        TestServer.StartAsync([.. answers.Select(answer => Say(answer.Status, Encoding.UTF8.GetBytes(answer.Json)))]);

    private static RequestDelegate Say(int status, byte[] body) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.ContentLength = body.Length;
        context.Response.Headers["x-amzn-RequestId"] = "4a1f0f9b-request";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    };
}
