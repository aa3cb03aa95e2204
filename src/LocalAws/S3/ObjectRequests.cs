using System.Globalization;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LocalAws.S3;

/// <summary>PutObject, GetObject, HeadObject and DeleteObject.</summary>
internal sealed class ObjectRequests(S3Store store)
{
    private const string UserHeaders = "x-amz-meta-";

    private static readonly string[] KeptHeaders =
        ["Content-Type", "Content-Encoding", "Content-Disposition", "Content-Language", "Cache-Control", "Expires"];

    public async Task PutAsync(HttpContext context, string bucket, string key)
    {
        if (!store.HasBucket(bucket))
        {
            throw S3Exception.NoSuchBucket();
        }

        var request = context.Request;
        var upload = store.BeginUpload();
        try
        {
            await using (upload)
            {
                var reader = new UploadReader(request);
                await reader.CopyAsync(upload, context.RequestAborted);
                Checksums.Compare(upload, request, reader.Trailers);
            }

            var stored = await store.PutAsync(
                bucket, key, upload.Name, HeadersOf(request), found => MayReplace(request, found), context.RequestAborted);
            context.Response.Headers.ETag = stored.Tag;
        }
        finally
        {
            File.Delete(upload.Name);
        }
    }

    public async Task GetAsync(HttpContext context, string bucket, string key)
    {
        var stored = store.Find(bucket, key) ?? throw S3Exception.NoSuchKey();
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = stored.Tag;
        response.Headers.LastModified = stored.Modified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        response.ContentType = "application/octet-stream";
        foreach (var (name, value) in stored.Headers)
        {
            response.Headers[name] = value;
        }

        if (request.Headers.IfMatch.Count > 0 && !Names(request.Headers.IfMatch, stored.Tag))
        {
            throw S3Exception.PreconditionFailed();
        }

        if (request.Headers.IfNoneMatch.Count > 0 && Names(request.Headers.IfNoneMatch, stored.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (from, length) = RangeOf(request, response, stored.Length);
        response.ContentLength = length;
        if (request.Method == "GET")
        {
            await using var content = Open(stored);
            content.Position = from;
            await CopyAsync(content, response.Body, length, context.RequestAborted);
        }
    }

    public async Task DeleteAsync(HttpContext context, string bucket, string key)
    {
        await store.DeleteAsync(bucket, key, found => MayReplace(context.Request, found), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Dictionary<string, string> HeadersOf(HttpRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Headers)
        {
            var isOfUser = name.StartsWith(UserHeaders, StringComparison.OrdinalIgnoreCase);
            if (isOfUser || KeptHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                headers[name] = value.ToString();
            }
        }

        // How the bytes came is no property of the object.
        var encodings = request.Headers.ContentEncoding.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        headers.Remove("Content-Encoding");
        if (string.Join(',', encodings.Where(encoding => encoding != "aws-chunked")) is { Length: > 0 } kept)
        {
            headers["Content-Encoding"] = kept;
        }

        return headers;
    }

    private static void MayReplace(HttpRequest request, StoredObject? found)
    {
        if (request.Headers.IfMatch.Count > 0 && !Names(request.Headers.IfMatch, (found ?? throw S3Exception.NoSuchKey()).Tag))
        {
            throw S3Exception.PreconditionFailed();
        }

        if (found is not null && request.Headers.IfNoneMatch.Count > 0 && Names(request.Headers.IfNoneMatch, found.Tag))
        {
            throw S3Exception.PreconditionFailed();
        }
    }

    private static bool Names(StringValues condition, string tag) =>
        condition.ToString().Split(',', StringSplitOptions.TrimEntries).Any(named => named == "*" || named.Trim('"') == tag.Trim('"'));

    private static FileStream Open(StoredObject stored)
    {
        try
        {
            return new FileStream(stored.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw S3Exception.NoSuchKey();
        }
    }

    /// <summary>One range, as <c>bytes=from-to</c>, <c>bytes=from-</c> or <c>bytes=-last</c>; another form means the whole object.</summary>
    private static (long From, long Length) RangeOf(HttpRequest request, HttpResponse response, long length)
    {
        if (request.GetTypedHeaders().Range is not { Unit.Value: "bytes", Ranges: { Count: 1 } ranges })
        {
            return (0, length);
        }

        var range = ranges.First();
        var from = range.From ?? Math.Max(0, length - range.To!.Value);
        var to = range.From is null ? length - 1 : Math.Min(range.To ?? long.MaxValue, length - 1);
        if (from > to)
        {
            throw new S3Exception("InvalidRange", StatusCodes.Status416RangeNotSatisfiable, $"The object has {length} bytes.");
        }

        response.StatusCode = StatusCodes.Status206PartialContent;
        response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{length}");
        return (from, to - from + 1);
    }

    private static async Task CopyAsync(FileStream content, Stream output, long length, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        while (length > 0 && await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(length, buffer.Length)), cancellationToken) is > 0 and var read)
        {
            await LoopbackServer.OfClientAsync(output.WriteAsync(buffer.AsMemory(0, read), cancellationToken).AsTask());
            length -= read;
        }
    }
}
