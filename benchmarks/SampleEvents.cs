using System.Text.Json;
using LocalAws.Lambda;
using LocalEmulator.Conversations;

namespace Benchmarks;

/// <summary>Events of random hits, as the table's stream hands them over: the same each time but for the ids of their records.</summary>
internal static class SampleEvents
{
    private const int Seed = 7;

    private static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public static byte[] Create(int records) => Create(0, records, Start);

    /// <summary>Makes an event of the hits from a number on; they are a millisecond apart.</summary>
    public static byte[] Create(int first, int records, DateTimeOffset start) =>
        InvocationPayload.Of([.. Enumerable.Range(first, records).Select(number => (ReadOnlyMemory<byte>)Record(number, start))]);

    /// <summary>Makes an event that is as large as it may be.</summary>
    public static byte[] CreateUpTo(int bytes)
    {
        var records = new List<ReadOnlyMemory<byte>>();
        var size = InvocationPayload.EmptyBytes;
        for (var record = Record(0, Start); size + record.Length + 1 <= bytes; record = Record(records.Count, Start))
        {
            records.Add(record);
            size += record.Length + 1;
        }

        return InvocationPayload.Of(records);
    }

    private static byte[] Record(int number, DateTimeOffset start)
    {
        var time = start.AddMilliseconds(number);
        var image = RandomHits.Item(RandomHits.Create(Seed, number, time));
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
