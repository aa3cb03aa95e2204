using System.Buffers;
using System.Text;
using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>Gathers whole lines into packs, each as full as a Firehose record may be: Firehose bills by the record.</summary>
internal sealed class LinePacker : Stream
{
    private readonly List<OpenPack> packs = [];
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

    /// <summary>The bytes written since the last line.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(lineStart, length - lineStart);

    /// <summary>Takes the bytes written since the last line as the next line, in the present pack or in a new one.</summary>
    /// <param name="streamEvent">The event that the sequence numbers stand in.</param>
    /// <param name="number">Where the line's sequence number stands; empty where it has none.</param>
    public void AcceptLine(ReadOnlySpan<byte> streamEvent, Range number)
    {
        if (packs.Count == 0 || length - packs[^1].Start > FirehoseLimits.MaxRecordBytes)
        {
            packs.Add(new OpenPack(lineStart, 0, number, number));
        }

        var pack = packs[^1];
        packs[^1] = pack with
        {
            Lines = pack.Lines + 1,
            First = SequenceNumber.Compare(streamEvent[number], streamEvent[pack.First]) < 0 ? number : pack.First,
            Last = SequenceNumber.Compare(streamEvent[number], streamEvent[pack.Last]) > 0 ? number : pack.Last,
        };
        lineStart = length;
    }

    /// <summary>Forgets the bytes written since the last line.</summary>
    public void DropLine() => length = lineStart;

    /// <summary>Gives all accepted lines, in order; their memory is the packer's.</summary>
    /// <param name="streamEvent">The event that the sequence numbers stand in.</param>
    /// <returns>The packs.</returns>
    public IReadOnlyList<Pack> Pack(ReadOnlySpan<byte> streamEvent)
    {
        var closed = new Pack[packs.Count];
        for (var i = 0; i < closed.Length; i++)
        {
            var pack = packs[i];
            var end = i + 1 < closed.Length ? packs[i + 1].Start : lineStart;
            var data = new ArraySegment<byte>(buffer, pack.Start, end - pack.Start);
            closed[i] = new Pack(data, pack.Lines, Encoding.UTF8.GetString(streamEvent[pack.First]), Encoding.UTF8.GetString(streamEvent[pack.Last]));
        }

        return closed;
    }

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

    private readonly record struct OpenPack(int Start, int Lines, Range First, Range Last);
}
