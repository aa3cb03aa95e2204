using System.Threading.Channels;
using Amazon.S3;
using Amazon.S3.Model;
using Analytics;

namespace LocalEmulator.Services;

/// <summary>How Firehose buffers.</summary>
/// <param name="MaxBytes">Bytes after which an object is written.</param>
/// <param name="MaxAge">Time after which an object is written.</param>
internal sealed record BufferSettings(long MaxBytes, TimeSpan MaxAge)
{
    /// <summary>The settings that the stack deploys.</summary>
    public static BufferSettings Default { get; } =
        new(Pipeline.BufferMebibytes * 1024L * 1024, TimeSpan.FromSeconds(Pipeline.BufferSeconds));
}

/// <summary>Keeps accepted records on disk and writes them to the bucket, when there are many or some time has passed.</summary>
internal sealed class FirehoseBuffer : IDisposable
{
    private readonly Lock gate = new();
    private readonly string folder;
    private readonly IAmazonS3 s3;
    private readonly BufferSettings settings;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly Channel<string> closed = Channel.CreateUnbounded<string>();
    private readonly Signal written = new();
    private FirehoseSpool? open;
    private long waiting;
    private long objects;

    /// <summary>Opens the buffer; what an earlier emulator has left is written first.</summary>
    /// <param name="folder">Where buffered records lie; created if it is missing.</param>
    /// <param name="s3">The client to use.</param>
    /// <param name="settings">How to buffer.</param>
    /// <param name="time">Tells how old the buffer is.</param>
    public FirehoseBuffer(string folder, IAmazonS3 s3, BufferSettings settings, TimeProvider time)
    {
        (this.folder, this.s3, this.settings, this.time) = (Directory.CreateDirectory(folder).FullName, s3, settings, time);
        timer = time.CreateTimer(_ => Close(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var left in FirehoseSpool.LeftIn(folder))
        {
            Enqueue(left);
        }
    }

    /// <summary>Objects written since the start.</summary>
    public long Objects => Interlocked.Read(ref objects);

    /// <summary>Takes records; they are kept once this returns.</summary>
    /// <param name="records">The records' bytes, one after the other.</param>
    /// <exception cref="IOException">The disk is full or cannot be written to; nothing is kept.</exception>
    public void Append(ReadOnlyMemory<byte> records)
    {
        lock (gate)
        {
            if (open is null)
            {
                open = FirehoseSpool.Create(folder, time.GetUtcNow());
                timer.Change(settings.MaxAge, Timeout.InfiniteTimeSpan);
            }

            open.Append(records);
            if (open.Bytes >= settings.MaxBytes)
            {
                Close();
            }
        }
    }

    /// <summary>Writes closed buffers to the bucket until it is told to stop.</summary>
    /// <param name="stop">Stops it; what is not written stays on disk.</param>
    /// <returns>A task that ends by cancellation, or with what went wrong.</returns>
    public async Task RunAsync(CancellationToken stop)
    {
        await foreach (var path in closed.Reader.ReadAllAsync(stop))
        {
            await WriteAsync(path, stop);
            File.Delete(path);
            Interlocked.Decrement(ref waiting);
            written.Pulse();
        }
    }

    /// <summary>Writes what is buffered now, without waiting for more.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A task that completes when everything is in the bucket.</returns>
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        Close();
        return written.WaitUntilAsync(() => Interlocked.Read(ref waiting) == 0, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        Close();
    }

    private void Close()
    {
        lock (gate)
        {
            if (open is not null)
            {
                open.Dispose();
                Enqueue(open.Path);
                open = null;
                timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Enqueue(string path)
    {
        Interlocked.Increment(ref waiting);
        closed.Writer.TryWrite(path);
    }

    private async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        await using var compressed = new FileStream(
            $"{path}.gz", FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
        if (await FirehoseSpool.CompressAsync(path, compressed, cancellationToken) == 0)
        {
            return;
        }

        compressed.Position = 0;
        var request = new PutObjectRequest
        {
            BucketName = Names.LocalBucket,
            Key = FirehoseSpool.KeyOf(path),
            ContentType = "application/octet-stream",
            InputStream = compressed,
            AutoCloseStream = false,
        };
        await s3.PutObjectAsync(request, cancellationToken);
        Interlocked.Increment(ref objects);
    }
}
