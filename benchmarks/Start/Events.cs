using System.Text.Json.Nodes;

namespace Benchmarks.Start;

/// <summary>What the functions are invoked with.</summary>
internal static class Events
{
    /// <summary>A sample request with an id of its own, so that each start writes a hit.</summary>
    public static JsonNode Skill(string sample)
    {
        var request = JsonNode.Parse(File.ReadAllText(sample))!;
        request["request"]!["requestId"] = $"amzn1.echo-api.request.{Guid.NewGuid():D}";
        return request;
    }

    /// <summary>A batch of one insert.</summary>
    public static JsonNode Stream() => JsonNode.Parse(
        """
        {"Records":[{"eventID":"1","eventName":"INSERT","eventSource":"aws:dynamodb","awsRegion":"us-east-1","dynamodb":{
        "ApproximateCreationDateTime":1664559083,"Keys":{"request_id":{"S":"r1"}},"SequenceNumber":"100","SizeBytes":300,
        "StreamViewType":"NEW_IMAGE","NewImage":{"request_id":{"S":"r1"},"user_id":{"S":"u1"},"api_execution_time":{"N":"12"},
        "slot_value_size_resolved":{"S":"small"},"slot_value_size_synonym":{"S":"little"},"slot_value_size_is_valid":{"N":"1"},
        "event_time":{"S":"2026-01-02 03:04:05.678"},"locale":{"S":"en-US"},"outcome":{"S":"match"},"breed":{"S":"Basenji"}}}}]}
        """)!;

    /// <summary>The skill that a request is for; any, for an event of the stream.</summary>
    public static string SkillId(JsonNode request) => (string?)request["context"]?["System"]?["application"]?["applicationId"] ?? "*";
}
