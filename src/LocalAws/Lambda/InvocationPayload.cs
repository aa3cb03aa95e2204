using System.Text.Json;
using LocalAws.DynamoDb;

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

    /// <summary>Writes the record of a new item, as a table's stream has it.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="keys">The item's key attributes, as DynamoDB's JSON.</param>
    /// <param name="image">The item, as DynamoDB's JSON.</param>
    /// <param name="number">The record's place in the stream, from 1; its sequence number grows with it.</param>
    /// <param name="time">When the item was written.</param>
    /// <returns>The record's JSON.</returns>
    public static byte[] Insert(string table, JsonElement keys, JsonElement image, long number, DateTimeOffset time)
    {
        using var json = new MemoryStream();
        new StreamChange(keys, null, image).Write(json, table, StreamRecord.SequenceNumberOf(number), time);
        return json.ToArray();
    }
}
