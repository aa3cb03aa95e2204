using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StreamToFirehoseFunction.Tests;

/// <summary>Makes stream events in the shape that Lambda hands over.</summary>
internal static class StreamEvents
{
    public static JsonObject Image(string requestId) => new()
    {
        ["request_id"] = Text(requestId),
        ["user_id"] = Text("amzn1.ask.account.AAAA"),
        ["api_execution_time"] = Number("12"),
        ["slot_value_animal_resolved"] = Text("dog"),
        ["slot_value_animal_synonym"] = Text("puppy"),
        ["slot_value_animal_is_valid"] = Number("1"),
        ["event_time"] = Text("2026-11-21 00:02:03.045"),
        ["outcome"] = Text("match"),
        ["breed"] = Text("Boxer"),
    };

    /// <summary>The line of <see cref="Image"/>.</summary>
    public static string Line(string requestId) =>
        $"{requestId},amzn1.ask.account.AAAA,12,dog,puppy,1,,,,,,,,,,2026-11-21 00:02:03.045,,,,,match,Boxer,,,,\n";

    public static JsonObject Record(string sequenceNumber, JsonObject? image, string? eventName = "INSERT")
    {
        var change = new JsonObject
        {
            ["ApproximateCreationDateTime"] = 1_664_559_083.0,
            ["Keys"] = new JsonObject { ["request_id"] = Text("r") },
            ["SequenceNumber"] = sequenceNumber,
            ["SizeBytes"] = 900,
            ["StreamViewType"] = "NEW_IMAGE",
        };
        if (image is not null)
        {
            change["NewImage"] = image;
        }

        var record = new JsonObject { ["eventID"] = "e1", ["eventVersion"] = "1.1", ["eventSource"] = "aws:dynamodb", ["awsRegion"] = "us-east-1" };
        if (eventName is not null)
        {
            record["eventName"] = eventName;
        }

        record["dynamodb"] = change;
        return record;
    }

    public static byte[] Event(params IEnumerable<JsonObject> records) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = new JsonArray([.. records]) }.ToJsonString(Readable));

    /// <summary>An event of inserts with the sequence numbers 100, 101 and so on.</summary>
    public static byte[] Inserts(int count) => Event(Enumerable.Range(0, count).Select(i => Record($"{100 + i}", Image($"r-{i}"))));

    public static JsonObject Text(string value) => new() { ["S"] = value };

    public static JsonObject Number(string value) => new() { ["N"] = value };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
