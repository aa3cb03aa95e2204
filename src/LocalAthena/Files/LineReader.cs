namespace LocalAthena;

/// <summary>Reads lines; one ends at LF, CR or CR LF.</summary>
internal sealed class LineReader(Stream text)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool ended;
    private bool afterCarriageReturn;

    /// <summary>Reads the next line; the span may be changed, and is valid until the next call.</summary>
    public bool TryRead(out Span<byte> line)
    {
        var searched = 0;
        while (true)
        {
            if (afterCarriageReturn && start < end)
            {
                start += buffer[start] == '\n' ? 1 : 0;
                afterCarriageReturn = false;
            }

            var length = buffer.AsSpan((start + searched)..end).IndexOfAny((byte)'\n', (byte)'\r');
            if (length >= 0)
            {
                length += searched;
                line = buffer.AsSpan(start, length);
                afterCarriageReturn = buffer[start + length] == '\r';
                start += length + 1;
                return true;
            }

            searched = end - start;
            if (ended)
            {
                line = buffer.AsSpan(start..end);
                start = end;
                return searched > 0;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start..end).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var read = text.Read(buffer, end, buffer.Length - end);
        end += read;
        ended = read == 0;
    }
}
