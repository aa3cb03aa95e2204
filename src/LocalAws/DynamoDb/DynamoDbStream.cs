using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LocalAws.DynamoDb;

/// <summary>
/// What stands in front of dynalite, which has no streams: all requests pass unchanged; around a write of the streamed table the items
/// are read, and what has changed goes to the stream.
/// </summary>
internal sealed class DynamoDbStream : IAsyncDisposable
{
    private const int MaxWaiting = 20_000; // records of the table that may wait in memory to be processed again

    private readonly Task<Uri> upstream;
    private readonly DynamoDbTable table;
    private readonly DynamoDbWrite write;
    private readonly TableStream log;
    private readonly KeyLocks locks = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
    private ConcurrentDictionary<string, bool>? written = [];
    private LoopbackServer? server;
    private long inserts;

    private DynamoDbStream(Task<Uri> upstream, string tableName, string keyAttribute, TableStream log)
    {
        (this.upstream, this.log) = (upstream, log);
        write = new DynamoDbWrite(tableName, keyAttribute);
        table = new DynamoDbTable(http, upstream, tableName, keyAttribute);
    }

    /// <summary>The endpoint for clients of DynamoDB.</summary>
    public string Address => server!.Address;

    /// <summary>Items that were new when they were written.</summary>
    public long Inserts => Interlocked.Read(ref inserts);

    /// <summary>Starts the pass-through; requests wait until dynalite, upstream, is there.</summary>
    public static async Task<DynamoDbStream> StartAsync(
        Task<Uri> upstream, string table, string keyAttribute, TableStream log, FailureSignal failure, CancellationToken cancellationToken)
    {
        var stream = new DynamoDbStream(upstream, table, keyAttribute, log);
        stream.server = await LoopbackServer.StartAsync(stream.HandleAsync, failure.Report, cancellationToken);
        return stream;
    }

    /// <summary>Enters those items of the table in the stream again, as inserts, that were there before the start and are wanted.</summary>
    public async Task ReplayAsync(Predicate<JsonElement> isWanted, CancellationToken cancellationToken)
    {
        await foreach (var item in table.ScanAsync().WithCancellation(cancellationToken))
        {
            if (!isWanted(item) || !write.TryGetKey(item, out var text, out var key))
            {
                continue;
            }

            await log.Changed.WaitUntilAsync(() => log.End - log.Checkpoint < MaxWaiting, cancellationToken);
            using var taken = await locks.TakeAsync([text], cancellationToken);
            if (!written!.ContainsKey(text))
            {
                log.Append([new StreamChange(JsonElement.Parse(table.Key(key)), null, item)]);
            }
        }

        written = null;
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
        var operation = context.Request.Headers["X-Amz-Target"].ToString().Split('.')[^1];
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
            // dynalite has ended, or is about to; whoever watches the process learns of that.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <summary>Does a write; once begun, it goes on even if the caller has gone, for what is written has to reach the stream.</summary>
    private async Task<HttpResponseMessage> WriteAsync(HttpRequest request, ReadOnlyMemory<byte> body, Dictionary<string, JsonElement> keys)
    {
        using var taken = await locks.TakeAsync(keys.Keys, request.HttpContext.RequestAborted);

        // What cannot be read, DynamoDB will not take either: a key of another type, too many items, no such table, unless that table is
        // just being created: then nothing was there before.
        var before = await table.ReadAsync(keys, write) ?? [];
        var response = await ForwardAsync(request, body);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            await AppendAsync(keys, before);
        }

        return response;
    }

    private async Task AppendAsync(Dictionary<string, JsonElement> keys, Dictionary<string, JsonElement> before)
    {
        var after = await table.ReadAsync(keys, write)
            ?? throw new InvalidOperationException("dynalite does not give back what it has just written");
        var changes = keys.Select(key => new StreamChange(
            JsonElement.Parse(table.Key(key.Value)),
            before.TryGetValue(key.Key, out var was) ? was : null,
            after.TryGetValue(key.Key, out var now) ? now : null)).ToArray();
        log.Append(changes);
        Interlocked.Add(ref inserts, changes.Count(change => change.Before is null && change.After is not null));
        foreach (var key in keys.Keys.Where(key => !before.ContainsKey(key)))
        {
            written?.TryAdd(key, true);
        }
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), await upstream)
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

        return DynamoDbTable.Check(await http.SendAsync(forwarded));
    }

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
