using LocalAws.Hosting;

namespace LocalAws.S3;

/// <summary>
/// S3 over plain HTTP, with path-style addresses: what programs ask of it that put, get, list and delete objects. An object is a file under
/// its own key in its bucket's folder, with the bytes that were put. Any credentials are taken.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    private readonly FailureSignal failure = new();
    private LoopbackServer? server;

    private S3Server(S3Store store) => Store = store;

    /// <summary>The endpoint for clients of S3.</summary>
    public string Address => server!.Address;

    internal S3Store Store { get; }

    /// <summary>Starts the service.</summary>
    /// <param name="folder">The folder of the buckets; created if it is missing.</param>
    /// <param name="buckets">The buckets to create where they are missing.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The running service.</returns>
    /// <exception cref="LocalAwsException">The folder cannot be written to.</exception>
    public static Task<S3Server> StartAsync(string folder, IEnumerable<string> buckets, CancellationToken cancellationToken = default) =>
        StartAsync(folder, buckets, null, null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        failure.Dispose();
    }

    internal static async Task<S3Server> StartAsync(
        string folder, IEnumerable<string> buckets, FailureSignal? shared, Action<PipelineEvent>? watch, CancellationToken cancellationToken)
    {
        var s3 = new S3Server(new S3Store(folder, watch));
        foreach (var bucket in buckets)
        {
            s3.Store.CreateBucket(bucket);
        }

        var endpoint = new S3Endpoint(s3.Store);
        s3.server = await LoopbackServer.StartAsync(
            endpoint.HandleAsync, (shared ?? s3.failure).Report, listeners: 1, maxBodyBytes: null, cancellationToken);
        return s3;
    }
}
