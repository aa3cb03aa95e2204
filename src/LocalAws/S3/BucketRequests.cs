using System.Globalization;
using System.Text;
using System.Xml.Linq;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Http;

namespace LocalAws.S3;

/// <summary>CreateBucket, HeadBucket, ListObjectsV2 and DeleteObjects.</summary>
internal sealed class BucketRequests(S3Store store)
{
    private const int MaxKeys = 1_000; // S3

    private static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    public async Task CreateAsync(HttpContext context, string bucket)
    {
        await LoopbackServer.ReadBodyAsync(context.Request); // its location, which is here
        store.CreateBucket(bucket);
        context.Response.Headers.Location = $"/{bucket}";
    }

    public Task HeadAsync(HttpContext context, string bucket)
    {
        context.Response.StatusCode = store.HasBucket(bucket) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public Task ListAsync(HttpContext context, string bucket)
    {
        var query = context.Request.Query;
        var (prefix, delimiter) = (query["prefix"].ToString(), query["delimiter"].ToString());
        var after = query.ContainsKey("continuation-token") ? Decode(query["continuation-token"].ToString()) : query["start-after"].ToString();
        var most = int.TryParse(query["max-keys"], CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 0, MaxKeys) : MaxKeys;
        var encodes = query["encoding-type"] == "url";

        var entries = Entries(store.Keys(bucket), prefix, delimiter, after).Take(most + 1).ToList();
        var isTruncated = entries.Count > most;
        entries = entries[..Math.Min(most, entries.Count)];
        var answer = new XElement(
            S3 + "ListBucketResult",
            new XElement(S3 + "Name", bucket),
            new XElement(S3 + "Prefix", Text(prefix)),
            new XElement(S3 + "MaxKeys", most),
            new XElement(S3 + "KeyCount", entries.Count),
            new XElement(S3 + "IsTruncated", isTruncated),
            delimiter.Length > 0 ? new XElement(S3 + "Delimiter", Text(delimiter)) : null,
            encodes ? new XElement(S3 + "EncodingType", "url") : null,
            isTruncated && most > 0 ? new XElement(S3 + "NextContinuationToken", Encode(entries[^1].Name)) : null,
            entries.Where(entry => !entry.IsPrefix).Select(entry => store.Find(bucket, entry.Name)).OfType<StoredObject>().Select(Contents),
            entries.Where(entry => entry.IsPrefix).Select(entry =>
                new XElement(S3 + "CommonPrefixes", new XElement(S3 + "Prefix", Text(entry.Name)))));
        return Xml.WriteAsync(context.Response, StatusCodes.Status200OK, answer);

        string Text(string name) => encodes ? Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal) : name;

        XElement Contents(StoredObject stored) => new(
            S3 + "Contents",
            new XElement(S3 + "Key", Text(stored.Key)),
            new XElement(S3 + "LastModified", stored.Modified.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            new XElement(S3 + "ETag", stored.Tag),
            new XElement(S3 + "Size", stored.Length),
            new XElement(S3 + "StorageClass", "STANDARD"));
    }

    public async Task DeleteObjectsAsync(HttpContext context, string bucket)
    {
        var request = Xml.Read(await LoopbackServer.ReadBodyAsync(context.Request));
        var isQuiet = Children(request, "Quiet").Any(quiet => quiet.Value == "true");
        var answer = new XElement(S3 + "DeleteResult");
        foreach (var key in Children(request, "Object").SelectMany(named => Children(named, "Key")).Select(key => key.Value))
        {
            await store.DeleteAsync(bucket, key, _ => { }, context.RequestAborted);
            answer.Add(isQuiet ? null : new XElement(S3 + "Deleted", new XElement(S3 + "Key", key)));
        }

        await Xml.WriteAsync(context.Response, StatusCodes.Status200OK, answer);
    }

    /// <summary>Keys, and in place of those that share what comes before a delimiter, that once; both in order.</summary>
    private static IEnumerable<(string Name, bool IsPrefix)> Entries(
        IEnumerable<string> keys, string prefix, string delimiter, string after)
    {
        var last = "";
        foreach (var key in keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var end = delimiter.Length > 0 ? key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) : -1;
            var name = end < 0 ? key : key[..(end + delimiter.Length)];
            if (string.CompareOrdinal(name, after) > 0 && name != last)
            {
                last = name;
                yield return (name, end >= 0);
            }
        }
    }

    private static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(element => element.Name.LocalName == name);

    private static string Encode(string name) => Convert.ToBase64String(Encoding.UTF8.GetBytes(name));

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw S3Exception.Invalid("InvalidArgument", "The continuation token is incorrect.");
        }
    }
}
