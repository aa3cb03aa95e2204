namespace LocalAws.Lambda;

/// <summary>The event that a function gets from a stream: <c>{"Records":[…]}</c>.</summary>
public static class InvocationPayload
{
    /// <summary>The bytes that a payload may have (Lambda: 6 MB).</summary>
    public const int MaxBytes = 6 * 1024 * 1024;

    /// <summary>The bytes of an event without records; each record adds its own and one for a comma.</summary>
    public static int EmptyBytes => Head.Length + Tail.Length;

    private static ReadOnlySpan<byte> Head => "{\"Records\":["u8;

    private static ReadOnlySpan<byte> Tail => "]}"u8;

    /// <summary>Writes the event of a batch.</summary>
    /// <param name="records">The records' JSON, at least one.</param>
    /// <returns>The event.</returns>
    public static byte[] Of(IReadOnlyCollection<ReadOnlyMemory<byte>> records)
    {
        using var payload = new MemoryStream(EmptyBytes + records.Sum(record => record.Length + 1));
        payload.Write(Head);
        foreach (var record in records)
        {
            payload.Write(record.Span);
            payload.WriteByte((byte)',');
        }

        payload.Position--; // The last comma.
        payload.Write(Tail);
        return payload.ToArray();
    }
}
