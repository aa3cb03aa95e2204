using System.Net;
using System.Text;

namespace AlexaSkill.Tests.Persistence;

/// <summary>A service that answers by script, in the place of the network.</summary>
internal sealed class Canned(Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
{
    /// <summary>DynamoDB, by operation and request.</summary>
    public static Canned DynamoDb(Func<string, string, HttpResponseMessage> answer) =>
        new((request, body) => answer(request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1], body));

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0") };

    public static HttpResponseMessage DynamoDbError(
        string code, string message = "said so", HttpStatusCode status = HttpStatusCode.BadRequest) =>
        Json($$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"{{message}}"}""", status);

    public static HttpResponseMessage S3Error(string code, HttpStatusCode status, string message = "said so") => new(status)
    {
        Content = new StringContent($"<Error><Code>{code}</Code><Message>{message}</Message></Error>", Encoding.UTF8, "application/xml"),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return answer(request, body);
    }
}
