using System.Text.Json;
using LocalAws.Lambda;
using LocalEmulator.Conversations;

namespace Benchmarks.Forwarder;

/// <summary>Events of random hits, as the table's stream hands them over.</summary>
internal static class SampleEvents
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Makes an event.</summary>
    /// <param name="records">How many records it has.</param>
    /// <returns>The event's JSON; the same each time but for the ids of its records.</returns>
    public static byte[] Create(int records) => InvocationPayload.Of([.. Enumerable.Range(0, records).Select(number => (ReadOnlyMemory<byte>)Record(number))]);

    /// <summary>Makes an event that is as large as an invocation may be.</summary>
    /// <param name="bytes">The most bytes it may have.</param>
    /// <returns>The event's JSON.</returns>
    public static byte[] CreateUpTo(int bytes)
    {
        var records = new List<ReadOnlyMemory<byte>>();
        var size = InvocationPayload.EmptyBytes;
        for (var record = Record(0); size + record.Length + 1 <= bytes; record = Record(records.Count))
        {
            records.Add(record);
            size += record.Length + 1;
        }

        return InvocationPayload.Of(records);
    }

    private static byte[] Record(int number)
    {
        var time = Start.AddMilliseconds(number);
        var image = RandomHits.Item(RandomHits.Create(seed: 7, number, time));
        var keys = new Dictionary<string, object> { ["request_id"] = new Dictionary<string, string> { ["S"] = image["request_id"].S } };
        return InvocationPayload.Insert("pet-match-analytics", JsonSerializer.SerializeToElement(keys), Json(image), number + 1, time);
    }

    private static JsonElement Json(Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> image) => JsonSerializer.SerializeToElement(
        image.ToDictionary(
            attribute => attribute.Key,
            attribute => attribute.Value.N is { } number
                ? new Dictionary<string, string> { ["N"] = number }
                : new Dictionary<string, string> { ["S"] = attribute.Value.S }));
}
