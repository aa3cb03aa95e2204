using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Http;

namespace LocalAws.S3;

/// <summary>Reads what a client puts: the bytes as they are, or in the chunks (aws-chunked) that SDKs stream, with checksums behind them.</summary>
internal sealed class UploadReader(HttpRequest request)
{
    private readonly PipeReader body = request.BodyReader;

    /// <summary>Headers that came behind the chunks.</summary>
    public Dictionary<string, string> Trailers { get; } = new(StringComparer.OrdinalIgnoreCase);

    private bool IsChunked => request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal)
        || request.Headers.ContentEncoding.ToString().Contains("aws-chunked", StringComparison.Ordinal);

    /// <summary>Copies the object's bytes.</summary>
    public async Task CopyAsync(Stream output, CancellationToken cancellationToken)
    {
        if (!IsChunked)
        {
            while (await CopyPieceAsync(long.MaxValue, output, cancellationToken) > 0)
            {
            }

            return;
        }

        while (await ReadSizeAsync(cancellationToken) is > 0 and var size)
        {
            await CopyChunkAsync(size, output, cancellationToken);
        }

        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } trailer)
        {
            var colon = trailer.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                Trailers[trailer[..colon].Trim()] = trailer[(colon + 1)..].Trim();
            }
        }
    }

    private async Task<long> ReadSizeAsync(CancellationToken cancellationToken)
    {
        var header = await ReadLineAsync(cancellationToken) ?? throw Incomplete();
        return long.TryParse(header.Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) && size >= 0
            ? size
            : throw S3Exception.Invalid("InvalidChunkSizeError", "A chunk has no size.");
    }

    private async Task CopyChunkAsync(long size, Stream output, CancellationToken cancellationToken)
    {
        while (size > 0)
        {
            var copied = await CopyPieceAsync(size, output, cancellationToken);
            size -= copied > 0 ? copied : throw Incomplete();
        }

        if (await ReadLineAsync(cancellationToken) is not { Length: 0 })
        {
            throw Incomplete();
        }
    }

    /// <summary>Copies what is there, up to a number of bytes; none is there at the end of the body.</summary>
    private async Task<long> CopyPieceAsync(long most, Stream output, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(cancellationToken);
        var piece = read.Buffer.Slice(0, Math.Min(most, read.Buffer.Length));
        var length = piece.Length;
        foreach (var segment in piece)
        {
            await output.WriteAsync(segment, cancellationToken);
        }

        body.AdvanceTo(piece.End);
        return length;
    }

    private async Task<ReadResult> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            throw new ClientFaultException(fault);
        }
    }

    /// <summary>Reads to the next CR LF; null at the end of the body.</summary>
    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await ReadAsync(cancellationToken);
            var position = read.Buffer.PositionOf((byte)'\n');
            if (position is { } end)
            {
                var line = Encoding.Latin1.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                body.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            if (read.Buffer.Length > 8_192)
            {
                throw S3Exception.Invalid("InvalidChunkSizeError", "A chunk's header is too long.");
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }

    private static S3Exception Incomplete() => S3Exception.Invalid("IncompleteBody", "The body ends within a chunk.");
}
