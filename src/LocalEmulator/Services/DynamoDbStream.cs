using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LocalEmulator.Services;

/// <summary>
/// What stands in front of dynalite, which has no streams: all requests pass unchanged; around a write of the streamed table the items
/// are read, and what has changed goes to the stream.
/// </summary>
internal sealed class DynamoDbStream : IAsyncDisposable
{
    private const string TargetHeader = "X-Amz-Target";
    private const string JsonType = "application/x-amz-json-1.0";

    private readonly Uri upstream;
    private readonly string table;
    private readonly string keyAttribute;
    private readonly DynamoDbWrite write;
    private readonly StreamLog log;
    private readonly WriteJournal journal;
    private readonly KeyLocks locks = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
    private LoopbackServer? server;
    private long inserts;

    private DynamoDbStream(Uri upstream, string table, string keyAttribute, StreamLog log, WriteJournal journal)
    {
        (this.upstream, this.table, this.keyAttribute, this.log, this.journal) = (upstream, table, keyAttribute, log, journal);
        write = new DynamoDbWrite(table, keyAttribute);
    }

    /// <summary>The endpoint for clients of DynamoDB.</summary>
    public string Address => server!.Address;

    /// <summary>Items that were new when they were written.</summary>
    public long Inserts => Interlocked.Read(ref inserts);

    /// <summary>Starts the pass-through.</summary>
    /// <param name="upstream">dynalite.</param>
    /// <param name="table">The table that has a stream.</param>
    /// <param name="keyAttribute">The table's partition key; it has no sort key.</param>
    /// <param name="log">The stream.</param>
    /// <param name="journal">The writes under way; those that an earlier emulator left are finished first.</param>
    /// <param name="failure">Learns when the stream cannot be written.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running pass-through.</returns>
    public static async Task<DynamoDbStream> StartAsync(
        Uri upstream,
        string table,
        string keyAttribute,
        StreamLog log,
        WriteJournal journal,
        FailureSignal failure,
        CancellationToken cancellationToken)
    {
        var stream = new DynamoDbStream(upstream, table, keyAttribute, log, journal);
        await stream.RecoverAsync();
        stream.server = await LoopbackServer.StartAsync(stream.HandleAsync, failure, cancellationToken);
        return stream;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        http.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var body = await LoopbackServer.ReadBodyAsync(context.Request);
        var operation = context.Request.Headers[TargetHeader].ToString().Split('.')[^1];
        var keys = write.Keys(operation, body);
        try
        {
            using var response = keys.Count == 0
                ? await ForwardAsync(context.Request, body)
                : await WriteAsync(context.Request, body, keys);
            await CopyAsync(response, context.Response);
        }
        catch (HttpRequestException)
        {
            // dynalite has ended, or is about to; the emulator learns of that from the process.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <summary>Does a write; once begun, it goes on even if the caller has gone, for what is written has to reach the stream.</summary>
    private async Task<HttpResponseMessage> WriteAsync(HttpRequest request, ReadOnlyMemory<byte> body, Dictionary<string, JsonElement> keys)
    {
        using var taken = await locks.TakeAsync(keys.Keys, request.HttpContext.RequestAborted);
        if (await ReadAsync(keys) is not { } before)
        {
            // A request that DynamoDB will not take either: no such table, a key of another type, too many items.
            return await ForwardAsync(request, body);
        }

        var entry = journal.Begin(keys, before);
        var response = await ForwardAsync(request, body);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            await AppendAsync(keys, before);
        }

        WriteJournal.End(entry);
        return response;
    }

    private async Task RecoverAsync()
    {
        foreach (var (entry, keys, before) in journal.Unfinished())
        {
            await AppendAsync(keys, before);
            WriteJournal.End(entry);
        }
    }

    private async Task AppendAsync(Dictionary<string, JsonElement> keys, Dictionary<string, JsonElement> before)
    {
        var after = await ReadAsync(keys) ?? throw new InvalidOperationException("dynalite does not give back what it has just written");
        var changes = keys.Select(key => new StreamChange(
            JsonElement.Parse(Key(key.Value)),
            before.TryGetValue(key.Key, out var was) ? was : null,
            after.TryGetValue(key.Key, out var now) ? now : null)).ToArray();
        log.Append(changes);
        Interlocked.Add(ref inserts, changes.Count(change => change.Before is null && change.After is not null));
    }

    /// <summary>Reads items as they are now; null if DynamoDB refuses. A write has at most 25 items, a read 100.</summary>
    private async Task<Dictionary<string, JsonElement>?> ReadAsync(Dictionary<string, JsonElement> keys)
    {
        var items = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var wanted = $"{{\"{table}\":{{\"ConsistentRead\":true,\"Keys\":[{string.Join(',', keys.Values.Select(Key))}]}}}}";
        while (wanted != "{}")
        {
            using var request = Request("BatchGetItem", $"{{\"RequestItems\":{wanted}}}");
            using var response = Check(await http.SendAsync(request));
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return null;
            }

            var answer = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
            foreach (var item in answer.GetProperty("Responses").GetProperty(table).EnumerateArray())
            {
                if (write.TryGetKey(item, out var key, out _))
                {
                    items[key] = item;
                }
            }

            wanted = answer.GetProperty("UnprocessedKeys").GetRawText();
        }

        return items;
    }

    private string Key(JsonElement value) => $"{{\"{keyAttribute}\":{value.GetRawText()}}}";

    private HttpRequestMessage Request(string operation, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, upstream) { Content = new StringContent(json) };
        request.Content.Headers.ContentType = new(JsonType);
        request.Headers.TryAddWithoutValidation(TargetHeader, $"DynamoDB_20120810.{operation}");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20200101T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=stream, SignedHeaders=host, Signature=none");
        return request;
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), upstream)
        {
            Content = new ReadOnlyMemoryContent(body),
        };
        foreach (var (name, values) in request.Headers.Where(header => !IsOfConnection(header.Key)))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                forwarded.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return Check(await http.SendAsync(forwarded));
    }

    /// <summary>Lets an answer pass, unless it says that dynalite itself is broken, as it is when the disk is full.</summary>
    private static HttpResponseMessage Check(HttpResponseMessage response) => response.StatusCode < HttpStatusCode.InternalServerError
        ? response
        : throw new EmulatorException(
            $"DynamoDB's emulation failed ({(int)response.StatusCode}): see that the data folder can be written to and its disk is not full.");

    private static async Task CopyAsync(HttpResponseMessage from, HttpResponse to)
    {
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers).Where(header => !IsOfConnection(header.Key)))
        {
            to.Headers[name] = new StringValues([.. values]);
        }

        await LoopbackServer.WriteAsync(to, (int)from.StatusCode, to.ContentType, await from.Content.ReadAsByteArrayAsync());
    }

    private static bool IsOfConnection(string header) =>
        header is "Host" or "Connection" or "Keep-Alive" or "Transfer-Encoding" or "Content-Length" or "Expect";
}
