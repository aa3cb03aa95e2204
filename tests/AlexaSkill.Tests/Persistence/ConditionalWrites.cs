using System.Net;
using Amazon.S3;

namespace AlexaSkill.Tests.Persistence;

/// <summary>Gives s3rver what it lacks of S3: a PUT with If-Match or If-None-Match is refused where the object is another one.</summary>
/// <param name="s3">Looks the object up.</param>
internal sealed class ConditionalWrites(IAmazonS3 s3) : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>The requests that were let through or refused, newest last.</summary>
    public List<HttpRequestMessage> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        var isConditional = request.Headers.IfMatch.Count > 0 || request.Headers.IfNoneMatch.Count > 0;
        return isConditional && !Holds(request, await TagAsync(request.RequestUri!, cancellationToken))
            ? Canned.S3Error("PreconditionFailed", HttpStatusCode.PreconditionFailed)
            : await base.SendAsync(request, cancellationToken);
    }

    private static bool Holds(HttpRequestMessage request, string? tag) =>
        request.Headers.IfNoneMatch.Count > 0 ? tag is null : request.Headers.IfMatch.Any(expected => expected.Tag == tag);

    private async Task<string?> TagAsync(Uri address, CancellationToken cancellationToken)
    {
        var (bucket, key) = address.AbsolutePath.Trim('/').Split('/', 2) is [var first, var rest] ? (first, rest) : default;
        try
        {
            return (await s3.GetObjectMetadataAsync(bucket, Uri.UnescapeDataString(key), cancellationToken)).ETag;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
