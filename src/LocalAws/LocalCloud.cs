using System.Collections.Concurrent;
using LocalAws.DynamoDb;
using LocalAws.Firehose;
using LocalAws.Hosting;
using LocalAws.Lambda;
using LocalAws.S3;
using Microsoft.AspNetCore.Http;

namespace LocalAws;

/// <summary>
/// AWS on one machine: DynamoDB with a stream, S3, Firehose, and functions as processes. It ends as a whole: when one part cannot go on,
/// whoever waits for another is told why.
/// </summary>
public sealed class LocalCloud : IAsyncDisposable
{
    private static readonly DateTimeOffset FirstStart = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly LocalCloudOptions options;
    private readonly FailureSignal failure = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> loops = [];
    private readonly ConcurrentBag<LambdaHost> hosts = [];
    private readonly TaskCompletionSource<Uri> dynaliteAddress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TableStream stream;

    private Task<Dynalite>? dynalite;
    private S3Server? s3;
    private DynamoDbStream? dynamoDb;
    private FirehoseBuffer? buffer;
    private LoopbackServer? firehose;
    private EventSourceMapping? mapping;
    private Task replay = Task.CompletedTask;
    private int ended;

    private LocalCloud(LocalCloudOptions options)
    {
        this.options = options;

        // Numbers grow from one run to the next, as those of a table's stream do.
        var microseconds = (DateTimeOffset.UtcNow - FirstStart).Ticks / TimeSpan.TicksPerMicrosecond;
        stream = new TableStream(options.Table?.Name ?? "", TimeProvider.System, microseconds, options.Watch);
    }

    /// <summary>The endpoint for clients of DynamoDB; what they write to the streamed table reaches its stream.</summary>
    public string DynamoDbAddress => dynamoDb!.Address;

    /// <summary>The endpoint for clients of S3, with path-style addresses.</summary>
    public string S3Address => s3!.Address;

    /// <summary>The endpoint for clients of Firehose.</summary>
    /// <exception cref="InvalidOperationException">The options name no delivery stream.</exception>
    public string FirehoseAddress => firehose?.Address ?? throw new InvalidOperationException("The options name no delivery stream.");

    /// <summary>What has happened since the start.</summary>
    public LocalCloudCounters Counters
    {
        get
        {
            var (delivered, batches, retries, discarded) = mapping?.Counters ?? new(0, 0, 0, 0);
            return new(dynamoDb!.Inserts, delivered, batches, retries, discarded, buffer?.Objects ?? 0);
        }
    }

    /// <summary>Starts the services. Their addresses can be used at once; what is asked of DynamoDB waits until it is there.</summary>
    /// <param name="options">What it has.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The running cloud.</returns>
    /// <exception cref="LocalAwsException">Something cannot start; the message says what to do.</exception>
    public static async Task<LocalCloud> StartAsync(LocalCloudOptions options, CancellationToken cancellationToken = default)
    {
        var cloud = new LocalCloud(options);
        try
        {
            await cloud.StartAsync(cancellationToken);
            return cloud;
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    /// <summary>The folder of a bucket, with each object under its own key.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <returns>The absolute path.</returns>
    public string BucketFolder(string bucket) => s3!.Store.FolderOf(bucket);

    /// <summary>Starts a function that finds the services by <c>AWS_ENDPOINT_URL_DYNAMODB</c>, <c>_S3</c> and <c>_FIREHOSE</c>.</summary>
    /// <param name="function">The function; what its own environment says goes before.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The running function; it ends with the cloud at the latest.</returns>
    /// <exception cref="LocalAwsException">It does not start.</exception>
    public async Task<LambdaHost> StartFunctionAsync(LambdaFunction function, CancellationToken cancellationToken = default)
    {
        var environment = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL_DYNAMODB"] = DynamoDbAddress,
            ["AWS_ENDPOINT_URL_S3"] = S3Address,
        };
        if (firehose is not null)
        {
            environment["AWS_ENDPOINT_URL_FIREHOSE"] = firehose.Address;
        }

        foreach (var (name, value) in function.Environment)
        {
            environment[name] = value;
        }

        var host = await LambdaHost.StartAsync(function with { Environment = environment }, failure, cancellationToken);
        hosts.Add(host);
        return host;
    }

    /// <summary>Maps the table's stream to a function, by Lambda's rules of retry; what is given up goes to a bucket, below <c>aws/lambda/</c>.</summary>
    /// <param name="host">The running function.</param>
    /// <param name="function">How it is run.</param>
    /// <param name="settings">The mapping's settings.</param>
    /// <param name="failureBucket">The bucket of what is given up.</param>
    public void MapStream(LambdaHost host, LambdaFunction function, MappingSettings settings, string failureBucket)
    {
        var destination = new FailureDestination(s3!.Store, failureBucket, function.Arn, options.Table!.Name, TimeProvider.System);
        mapping = new EventSourceMapping(stream, host.InvokeAsync, destination.WriteAsync, settings, TimeProvider.System, options.Watch);
        _ = Supervise("The event source mapping failed", mapping.RunAsync);
    }

    /// <summary>Waits until everything that is in the stream is in the bucket, without waiting for windows and buffers to fill.</summary>
    /// <param name="cancellationToken">A token to give up waiting.</param>
    /// <returns>A task that completes when nothing waits.</returns>
    /// <exception cref="LocalAwsException">A part cannot go on.</exception>
    public Task DrainAsync(CancellationToken cancellationToken = default) => GuardAsync(
        async token =>
        {
            await Task.WhenAll(replay.WaitAsync(token), mapping?.DrainUntilAsync(replay, token) ?? Task.CompletedTask);
            await (buffer?.FlushAsync(token) ?? Task.CompletedTask);
        },
        cancellationToken);

    /// <summary>Does work that ends with a clear error once a part cannot go on.</summary>
    /// <param name="work">The work, with the services' clients.</param>
    /// <param name="cancellationToken">A token to give up.</param>
    /// <returns>A task that completes with the work.</returns>
    /// <exception cref="LocalAwsException">A part cannot go on.</exception>
    public Task GuardAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken = default) =>
        failure.GuardAsync(work, cancellationToken);

    /// <summary>Reports that something around the cloud cannot go on, to all who wait.</summary>
    /// <param name="error">Why.</param>
    public void Report(Exception error) => failure.Report(error);

    /// <summary>Ends S3 for good: a fault after which the cloud has to be started again.</summary>
    public void EndS3() => s3!.Store.End();

    /// <summary>Ends everything at once, as a crash would: what is not in tables and buckets is gone.</summary>
    /// <returns>A task that completes when all processes have ended.</returns>
    public async Task KillAsync()
    {
        if (dynalite is { IsCompletedSuccessfully: true })
        {
            (await dynalite).Kill();
        }

        await DisposeAsync();
    }

    /// <summary>Ends everything; what is not delivered stays in the table.</summary>
    /// <returns>A task that completes when all processes have ended.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
        {
            return;
        }

        await stop.CancelAsync();
        await EndAsync([.. hosts]);
        await Task.WhenAll(loops);
        await EndAsync(dynamoDb, firehose, s3);
        buffer?.Dispose();
        if (dynalite is not null)
        {
            await Task.WhenAny(dynalite);
            await EndAsync(dynalite.IsCompletedSuccessfully ? await dynalite : null);
        }

        failure.Dispose();
        stop.Dispose();
    }

    private static Task EndAsync(params IAsyncDisposable?[] parts) =>
        Task.WhenAll(parts.OfType<IAsyncDisposable>().Select(part => part.DisposeAsync().AsTask()));

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        dynalite = Dynalite.StartAsync(Path.Combine(options.Folder, "dynamodb"), stop.Token);
        _ = Supervise("DynamoDB failed", WatchAsync);
        s3 = await S3Server.StartAsync(Path.Combine(options.Folder, "s3"), options.Buckets, failure, options.Watch, cancellationToken);
        dynamoDb = await DynamoDbStream.StartAsync(
            dynaliteAddress.Task, options.Table?.Name ?? "", options.Table?.KeyAttribute ?? "", stream, failure, cancellationToken);
        if (options.Delivery is { } delivery)
        {
            buffer = new FirehoseBuffer(delivery, s3.Store, TimeProvider.System, options.Watch);
            var endpoint = new FirehoseEndpoint(buffer);
            RequestDelegate handler = options.FirehoseFault is { } fault ? call => fault(call, endpoint.HandleAsync) : endpoint.HandleAsync;
            firehose = await LoopbackServer.StartAsync(handler, failure.Report, cancellationToken);
            _ = Supervise("The delivery to the bucket failed", buffer.RunAsync);
        }

        if (options.Table?.FindUndelivered is { } find)
        {
            replay = Supervise("What was left undelivered could not be found", async token => await dynamoDb.ReplayAsync(await find(token), token));
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var running = await dynalite!;
            dynaliteAddress.SetResult(new Uri(running.Address));
            await running.Completion.WaitAsync(cancellationToken);
            throw running.Ended();
        }
        catch (Exception ended)
        {
            dynaliteAddress.TrySetException(new HttpRequestException(ended.Message));
            throw;
        }
    }

    /// <summary>Does work until the cloud ends; if it fails, the cloud cannot go on.</summary>
    private Task Supervise(string what, Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => work(stop.Token));
        loops.Add(UntilItFailsAsync(what, task));
        return task;
    }

    private async Task UntilItFailsAsync(string what, Task task)
    {
        await Task.WhenAny(task);
        if (task.IsFaulted)
        {
            failure.Report(what, task.Exception.InnerExceptions[0]);
        }
    }
}
