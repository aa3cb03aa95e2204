using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using Analytics;
using LocalEmulator.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tables;

namespace LocalEmulator.Web;

/// <summary>What lies in tables, bucket and logs; of everything as much as a page can show.</summary>
internal static class LookApi
{
    private const int ItemsShown = 50;
    private const int ItemsScanned = 2_000; // a table has no order but its keys': the last of so many are shown
    private const int EntriesShown = 100;
    private const int ObjectsShown = 200;
    private const int TextShown = 256 * 1024;
    private const int LogShown = 64 * 1024;

    private static readonly string[] Tables = [Names.HitsTable, Names.AttributesTable, Names.BreedsTable, Names.DeliveryLogTable];
    private static readonly string[] Functions = [Names.SkillAssembly, Names.ForwarderAssembly];
    private static readonly string[] TimeAttributes = ["event_time", DeliveryLogEntry.TimeAttribute];

    public static void Map(IEndpointRouteBuilder routes, RunningSystem system)
    {
        var emulator = system.Emulator;
        routes.MapGet("/api/tables", context => Api.WriteAsync(context, Tables, ApiJson.Default.IReadOnlyListString));
        routes.MapGet("/api/tables/{table}", async context =>
        {
            var table = OneOf(context, "table", Tables);
            var latest = table == Names.HitsTable ? system.State.Hits.Select(hit => hit.Id) : [];
            await Api.WriteAsync(context, await ItemsAsync(emulator, table, latest, context.RequestAborted), ApiJson.Default.TableItems);
        });
        routes.MapGet("/api/deliveries", async context => await Api.WriteAsync(
            context, await DeliveriesAsync(emulator, context.RequestAborted), ApiJson.Default.IReadOnlyListDeliveryLogEntry));
        routes.MapGet("/api/objects", async context => await Api.WriteAsync(
            context, await ObjectsAsync(emulator, context.RequestAborted), ApiJson.Default.ObjectList));
        routes.MapGet("/api/objects/content", async context =>
        {
            var key = context.Request.Query["key"].ToString();
            await Api.WriteAsync(context, await ContentAsync(emulator, key, context.RequestAborted), ApiJson.Default.ObjectContent);
        });
        routes.MapGet("/api/logs/{function}", async context =>
        {
            var path = Path.Combine(emulator.DataDirectory, "logs", $"{OneOf(context, "function", Functions)}.log");
            await Api.WriteAsync(context, new LogTail(await TailAsync(path, context.RequestAborted)), ApiJson.Default.LogTail);
        });
    }

    private static string OneOf(HttpContext context, string name, string[] known)
    {
        var given = context.Request.RouteValues[name] as string ?? "";
        return known.Contains(given)
            ? given
            : throw new ApiException($"There is no {name} '{given}'; there are {string.Join(", ", known)}.", StatusCodes.Status404NotFound);
    }

    /// <summary>The last items of a table; those that are known to be the latest are among them however many the table has.</summary>
    private static async Task<TableItems> ItemsAsync(
        Emulator emulator, string table, IEnumerable<string> latest, CancellationToken cancellationToken)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        foreach (var id in latest)
        {
            var found = await emulator.DynamoDb.GetItemAsync(table, new() { [Columns.RequestId] = new(id) }, cancellationToken);
            items.AddRange(found.Item is { Count: > 0 } item ? [item] : []);
        }

        var scanned = 0;
        var page = new ScanRequest(table) { Limit = ItemsScanned };
        do
        {
            var read = await emulator.DynamoDb.ScanAsync(page, cancellationToken);
            items.AddRange(read.Items ?? []);
            scanned += read.Count ?? 0;
            page.ExclusiveStartKey = read.LastEvaluatedKey;
        }
        while (page.ExclusiveStartKey is { Count: > 0 } && scanned < ItemsScanned);
        var last = items.Select(item => (Time: Time(item), Json: Document.FromAttributeMap(item).ToJson())).Distinct()
            .OrderByDescending(item => item.Time, StringComparer.Ordinal).Take(ItemsShown);
        return new TableItems([.. last.Select(item => JsonElement.Parse(item.Json))], scanned, page.ExclusiveStartKey is { Count: > 0 });
    }

    private static string Time(Dictionary<string, AttributeValue> item) =>
        TimeAttributes.Select(name => item.GetValueOrDefault(name)?.S).FirstOrDefault(time => time is not null) ?? "";

    private static async Task<IReadOnlyList<DeliveryLogEntry>> DeliveriesAsync(Emulator emulator, CancellationToken cancellationToken)
    {
        var log = new LocalTables(emulator.DynamoDb, emulator.Skill).Deliveries;
        var entries = new List<DeliveryLogEntry>();
        foreach (var status in DeliveryLogEntry.Statuses)
        {
            entries.AddRange(await log.QueryAsync(DocumentQuery.ByStatus(status), cancellationToken).Take(EntriesShown).ToListAsync(cancellationToken));
        }

        return [.. entries.OrderByDescending(entry => entry.DeliveredAt, StringComparer.Ordinal)];
    }

    private static async Task<ObjectList> ObjectsAsync(Emulator emulator, CancellationToken cancellationToken)
    {
        var objects = new List<S3Object>();
        var page = new ListObjectsV2Request { BucketName = Names.LocalBucket };
        ListObjectsV2Response read;
        do
        {
            read = await emulator.S3.ListObjectsV2Async(page, cancellationToken);
            objects.AddRange(read.S3Objects ?? []);
            page.ContinuationToken = read.NextContinuationToken;
        }
        while (read.IsTruncated == true);
        var newest = objects.OrderByDescending(one => one.LastModified).ThenBy(one => one.Key, StringComparer.Ordinal).Take(ObjectsShown);
        return new ObjectList([.. newest.Select(one => new BucketObject(one.Key, one.Size ?? 0, one.LastModified ?? default))], objects.Count);
    }

    private static async Task<ObjectContent> ContentAsync(Emulator emulator, string key, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await emulator.S3.GetObjectAsync(Names.LocalBucket, key, cancellationToken);
            await using Stream content = key.EndsWith(".gz", StringComparison.Ordinal)
                ? new GZipStream(found.ResponseStream, CompressionMode.Decompress)
                : found.ResponseStream;
            var text = new byte[TextShown + 1];
            var length = await content.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellationToken);
            var isLines = key.EndsWith(Pipeline.FileExtension, StringComparison.Ordinal);
            return new ObjectContent(key, Encoding.UTF8.GetString(text, 0, Math.Min(length, TextShown)), isLines, length > TextShown);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode is "NoSuchKey" or "KeyTooLongError")
        {
            throw new ApiException($"There is no object '{key}'.", StatusCodes.Status404NotFound, innerException: missing);
        }
        catch (InvalidDataException damaged)
        {
            throw new ApiException($"The object '{key}' is no gzip: {damaged.Message}", innerException: damaged);
        }
    }

    /// <summary>The end of a log, from a line's beginning.</summary>
    private static async Task<string> TailAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        await using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Position = Math.Max(0, log.Length - LogShown);
        var isCut = log.Position > 0;
        using var reader = new StreamReader(log);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return isCut ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text;
    }
}

/// <summary>The last items of a table, as plain JSON; of so many scanned, and whether there are more.</summary>
internal sealed record TableItems(IReadOnlyList<JsonElement> Items, int Scanned, bool HasMore);

/// <summary>The newest objects of the bucket, and how many it has.</summary>
internal sealed record ObjectList(IReadOnlyList<BucketObject> Objects, int Total);

/// <summary>An object.</summary>
internal sealed record BucketObject(string Key, long Bytes, DateTime Modified);

/// <summary>An object's content as text, decompressed; whether it is CSV lines, and whether more was left out.</summary>
internal sealed record ObjectContent(string Key, string Text, bool IsLines, bool IsCut);

/// <summary>The end of a function's log.</summary>
internal sealed record LogTail(string Text);
