using System.Buffers;
using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>
/// Gathers whole lines into packs, each as full as a Firehose record may be: Firehose bills by the record. It is a stream because the writer
/// of the lines wants one.
/// </summary>
internal sealed class LinePacker : Stream
{
    private readonly List<OpenPack> packs = [];
    private byte[] buffer;
    private int length;
    private int lineStart;

    /// <summary>Makes room for about as many bytes as the lines will have.</summary>
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

    /// <summary>The place after the last line.</summary>
    public Mark End => new(packs.Count, packs.Count == 0 ? default : packs[^1], lineStart);

    /// <summary>Takes the bytes written since the last line as the next line, in the present pack or in a new one.</summary>
    public void AcceptLine(SequenceNumber number)
    {
        if (packs.Count == 0 || length - packs[^1].Start > FirehoseLimits.MaxRecordBytes)
        {
            packs.Add(new OpenPack(lineStart, 0, number, number));
        }

        var pack = packs[^1];
        packs[^1] = pack with
        {
            Lines = pack.Lines + 1,
            First = number.CompareTo(pack.First) < 0 ? number : pack.First,
            Last = number.CompareTo(pack.Last) > 0 ? number : pack.Last,
        };
        lineStart = length;
    }

    /// <summary>Forgets the bytes written since the last line.</summary>
    public void DropLine() => length = lineStart;

    /// <summary>Forgets the lines after a place.</summary>
    public void DropAfter(Mark place)
    {
        packs.RemoveRange(place.Packs, packs.Count - place.Packs);
        if (packs.Count > 0)
        {
            packs[^1] = place.Last;
        }

        length = lineStart = place.Length;
    }

    /// <summary>All accepted lines, in order; their memory is the packer's.</summary>
    public IReadOnlyList<Pack> Pack()
    {
        var closed = new Pack[packs.Count];
        for (var i = 0; i < closed.Length; i++)
        {
            var pack = packs[i];
            var end = i + 1 < closed.Length ? packs[i + 1].Start : lineStart;
            closed[i] = new Pack(new ArraySegment<byte>(buffer, pack.Start, end - pack.Start), pack.Lines, pack.First, pack.Last);
        }

        return closed;
    }

    /// <summary>Leaves the lines' memory to whoever may still read it; it is not used again.</summary>
    public void Abandon() => buffer = [];

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

    /// <summary>A pack that may still get lines.</summary>
    internal readonly record struct OpenPack(int Start, int Lines, SequenceNumber First, SequenceNumber Last);

    /// <summary>A place between two lines.</summary>
    internal readonly record struct Mark(int Packs, OpenPack Last, int Length);
}
