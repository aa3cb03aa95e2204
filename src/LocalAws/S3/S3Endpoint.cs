using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.S3;

/// <summary>Tells the requests apart and answers what is refused.</summary>
internal sealed class S3Endpoint(S3Store store)
{
    private readonly ObjectRequests objects = new(store);
    private readonly BucketRequests buckets = new(store);

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-amz-request-id"] = context.TraceIdentifier;
        try
        {
            // As it was sent: the server's own path knows neither '..' nor '%2F' any more.
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].TrimStart();
            var (bucket, key) = Uri.UnescapeDataString(target.StartsWith('/') ? target[1..] : target).Split('/', 2) switch
            {
                [var name, var rest] => (name, rest),
                var only => (only[0], ""),
            };
            await (key.Length > 0 ? OfObjectAsync(context, bucket, key) : OfBucketAsync(context, bucket));
        }
        catch (S3Exception refused)
        {
            await RefuseAsync(context, refused);
        }
    }

    private Task OfObjectAsync(HttpContext context, string bucket, string key)
    {
        var request = context.Request;
        return request.Method switch
        {
            "PUT" when request.Headers.ContainsKey("x-amz-copy-source") => throw S3Exception.NotImplemented("CopyObject"),
            "PUT" or "POST" when request.Query.ContainsKey("uploadId") || request.Query.ContainsKey("uploads") =>
                throw S3Exception.NotImplemented("uploads in parts"),
            "PUT" => objects.PutAsync(context, bucket, key),
            "GET" or "HEAD" => objects.GetAsync(context, bucket, key),
            "DELETE" => objects.DeleteAsync(context, bucket, key),
            _ => throw S3Exception.NotImplemented($"{request.Method} of an object"),
        };
    }

    private Task OfBucketAsync(HttpContext context, string bucket)
    {
        var request = context.Request;
        return request.Method switch
        {
            "PUT" when bucket.Length > 0 && request.Query.Count == 0 => buckets.CreateAsync(context, bucket),
            "HEAD" when bucket.Length > 0 => buckets.HeadAsync(context, bucket),
            "GET" when request.Query["list-type"] == "2" => buckets.ListAsync(context, bucket),
            "POST" when request.Query.ContainsKey("delete") => buckets.DeleteObjectsAsync(context, bucket),
            _ => throw S3Exception.NotImplemented($"{request.Method} {request.Path}{request.QueryString}"),
        };
    }

    private static async Task RefuseAsync(HttpContext context, S3Exception refused)
    {
        if (context.Request.Method == "HEAD")
        {
            context.Response.StatusCode = refused.Status;
            return;
        }

        var error = new XElement("Error", new XElement("Code", refused.Code), new XElement("Message", refused.Message));
        await Xml.WriteAsync(context.Response, refused.Status, error);
    }
}
