using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using static StreamToFirehoseFunction.Tests.StreamEvents;

namespace StreamToFirehoseFunction.Tests;

/// <summary>A batch of sound records of every kind, mostly mutated; the same seed gives the same case.</summary>
/// <param name="Records">The records before the mutation.</param>
/// <param name="Event">The event.</param>
/// <param name="HasQuarantine">Whether the function has one.</param>
/// <param name="Chance">Decides what the services do.</param>
internal sealed record FuzzCase(IReadOnlyList<byte[]> Records, byte[] Event, bool HasQuarantine, Random Chance)
{
    private const string OddOne = "odd";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly string[] Texts = ["", "Boxer", "a,b", "a\\b", "\"", "ß犬🐕", "x\ny", "x\r\ny", "{\"Records\":[", "}]}", "\\u0041", "long ", "1"];
    private static readonly string[] Numbers = ["0", "1", "-1.5E+3", "007", "1e400", "abc", "", "12345678901234567890123456789012345678"];

    private static readonly string[] Attributes =
    [
        """{"NULL":true}""", """{"BOOL":true}""", """{"M":{"a":{"L":[]}}}""", """{"L":[{"S":"x"},{"N":"1"}]}""", """{"SS":["a"]}""", """{"B":"AA=="}""",
        "{}", "[]", "7", "null", """{"S":"a","N":"1"}""", """{"S":"\ud83d"}""", """{"S":"\u0041\u000a"}""",
    ];

    public static FuzzCase Create(int seed)
    {
        var random = new Random(seed);
        var number = 8L + random.Next(100);
        var records = new byte[random.Next(7)][];
        for (var i = 0; i < records.Length; i++)
        {
            number += random.Next(4);
            var record = CreateRecord(random, $"{number}");
            var json = record.ToJsonString(random.Next(8) == 0 ? Indented : null);
            var odd = Attributes[random.Next(Attributes.Length)]; // As text: a JSON writer would not take a lone surrogate.
            records[i] = Encoding.UTF8.GetBytes(json.Replace($"\"{OddOne}\"", odd, StringComparison.Ordinal));
        }

        byte[] streamEvent = [.. "{\"Records\":["u8, .. Join(records), .. "]}"u8];
        return new FuzzCase(records, Mutation.Apply(streamEvent, random, random.Next(4)), random.Next(3) > 0, random);
    }

    private static JsonObject CreateRecord(Random random, string number)
    {
        var eventName = random.Next(8) switch
        {
            0 => "MODIFY",
            1 => "REMOVE",
            2 => null,
            _ => "INSERT",
        };
        var record = Record(number, random.Next(12) == 0 ? null : CreateImage(random, number), eventName);
        if (random.Next(20) == 0)
        {
            record["dynamodb"]!.AsObject().Remove("SequenceNumber");
        }

        return record;
    }

    private static JsonObject CreateImage(Random random, string number)
    {
        var image = Image($"r-{number}");
        image["breed"] = Text(Texts[random.Next(Texts.Length)]);
        if (random.Next(10) == 0)
        {
            image["api_execution_time"] = Number(Numbers[random.Next(Numbers.Length)]);
        }

        if (random.Next(10) == 0)
        {
            image[random.Next(2) == 0 ? "locale" : "unknown"] = OddOne;
        }

        if (random.Next(4) == 0)
        {
            image.Remove("outcome");
        }

        return image;
    }

    private static IEnumerable<byte> Join(byte[][] records) =>
        records.SelectMany((record, place) => place == 0 ? record : [(byte)',', .. record]);
}
