using System.Globalization;
using System.IO.Compression;
using System.Threading.Channels;
using LocalAws.Hosting;
using LocalAws.S3;

namespace LocalAws.Firehose;

/// <summary>Keeps accepted records in memory and writes them to the bucket, when there are many or some time has passed.</summary>
internal sealed class FirehoseBuffer : IDisposable
{
    private readonly Lock gate = new();
    private readonly FirehoseDelivery settings;
    private readonly S3Store s3;
    private readonly TimeProvider time;
    private readonly Action<PipelineEvent>? watch;
    private readonly ITimer timer;
    private readonly Channel<Filling> closed = Channel.CreateUnbounded<Filling>();
    private readonly Signal written = new();
    private Filling? open;
    private long waiting;
    private long objects;

    public FirehoseBuffer(FirehoseDelivery settings, S3Store s3, TimeProvider time, Action<PipelineEvent>? watch = null)
    {
        (this.settings, this.s3, this.time, this.watch) = (settings, s3, time, watch);
        timer = time.CreateTimer(_ => Close(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The stream whose records these are.</summary>
    public FirehoseDelivery Stream => settings;

    /// <summary>Objects written since the start.</summary>
    public long Objects => Interlocked.Read(ref objects);

    /// <summary>Takes the records of one call.</summary>
    public void Append(IReadOnlyList<byte[]> records)
    {
        lock (gate)
        {
            if (open is null)
            {
                var id = Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);
                open = new Filling(settings.KeyOf(time.GetUtcNow(), id));
                timer.Change(settings.BufferTime, Timeout.InfiniteTimeSpan);
            }

            foreach (var record in records)
            {
                open.Append(record);
            }

            watch?.Invoke(new RecordsBuffered(open.Key, records, open.Bytes));
            if (open.Bytes >= settings.BufferBytes)
            {
                Close();
            }
        }
    }

    /// <summary>Writes closed buffers to the bucket until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await foreach (var filled in closed.Reader.ReadAllAsync(stop))
        {
            using (filled)
            {
                await WriteAsync(filled, stop);
            }

            Interlocked.Decrement(ref waiting);
            written.Pulse();
        }
    }

    /// <summary>Writes what is buffered now, without waiting for more.</summary>
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        Close();
        return written.WaitUntilAsync(() => Interlocked.Read(ref waiting) == 0, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        open?.Dispose();
    }

    private async Task WriteAsync(Filling filled, CancellationToken stop)
    {
        if (filled.Bytes > 0)
        {
            await s3.PutAsync(settings.Bucket, filled.Key, filled.Compressed(), "application/octet-stream", stop);
            Interlocked.Increment(ref objects);
        }
    }

    private void Close()
    {
        lock (gate)
        {
            if (open is not null)
            {
                Interlocked.Increment(ref waiting);
                closed.Writer.TryWrite(open);
                open = null;
                timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>The records of one object, compressed as they come.</summary>
    private sealed class Filling : IDisposable
    {
        private readonly MemoryStream content = new();
        private readonly GZipStream gzip;

        public Filling(string key)
        {
            Key = key;
            gzip = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true);
        }

        public string Key { get; }

        public long Bytes { get; private set; }

        public void Append(byte[] record)
        {
            gzip.Write(record);
            Bytes += record.Length;
        }

        public MemoryStream Compressed()
        {
            gzip.Dispose();
            content.Position = 0;
            return content;
        }

        public void Dispose()
        {
            gzip.Dispose();
            content.Dispose();
        }
    }
}
