using System.Buffers;
using System.Text;

namespace StreamToFirehoseFunction;

/// <summary>Gathers whole lines into packs, each as full as a Firehose record may be: Firehose bills by the record.</summary>
internal sealed class LinePacker : Stream
{
    private readonly List<(int Start, string SequenceNumber)> starts = [];
    private byte[] buffer;
    private int length;
    private int lineStart;

    /// <summary>Makes room for the lines of an event.</summary>
    /// <param name="expectedBytes">About how many bytes the lines will have.</param>
    public LinePacker(int expectedBytes) => buffer = ArrayPool<byte>.Shared.Rent(Math.Max(expectedBytes, 1));

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position { get => length; set => throw new NotSupportedException(); }

    /// <summary>Takes the bytes written since the last line as the next line, in the present pack or in a new one.</summary>
    /// <param name="sequenceNumber">The line's sequence number in the event, read only where the line opens a pack.</param>
    /// <returns>False where the line alone is more than a Firehose record may hold; it is dropped.</returns>
    public bool TryAcceptLine(ReadOnlySpan<byte> sequenceNumber)
    {
        if (length - lineStart > FirehoseLimits.MaxRecordBytes)
        {
            length = lineStart;
            return false;
        }

        if (starts.Count == 0 || length - starts[^1].Start > FirehoseLimits.MaxRecordBytes)
        {
            starts.Add((lineStart, Encoding.UTF8.GetString(sequenceNumber)));
        }

        lineStart = length;
        return true;
    }

    /// <summary>Gives all accepted lines, in order; their memory is the packer's.</summary>
    /// <returns>The packs.</returns>
    public IReadOnlyList<Pack> Pack() => [.. starts.Select((start, index) =>
    {
        var end = index + 1 < starts.Count ? starts[index + 1].Start : lineStart;
        return new Pack(new ArraySegment<byte>(buffer, start.Start, end - start.Start), start.SequenceNumber);
    })];

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length - length)
        {
            Grow(length + bytes.Length);
        }

        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    /// <inheritdoc/>
    public override void Write(byte[] bytes, int offset, int count) => Write(bytes.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }

        base.Dispose(disposing);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
