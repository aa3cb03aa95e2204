using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;
using static StreamToFirehoseFunction.Tests.StreamEvents;
using static Testing.TestServer;

namespace StreamToFirehoseFunction.Tests;

public sealed class DeliveryLogTests
{
    [Fact]
    public async Task A_delivery_is_logged_with_its_time_size_and_sequence_numbers()
    {
        var item = await LoggedAsync(Event(Record("9", Image("r-0")), Record("10", Image("r-1"))), [Take()]);

        Text(item, "id").ShouldBe("invocation-1");
        Text(item, "delivered_at")!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        (DateTimeOffset.FromUnixTimeSeconds(long.Parse(Text(item, "expires_at")!, CultureInfo.InvariantCulture)) - DateTimeOffset.UtcNow)
            .TotalDays.ShouldBeInRange(29, 31);
        Text(item, "status").ShouldBe("delivered");
        Text(item, "records").ShouldBe("2");
        Text(item, "bytes").ShouldBe($"{Line("r-0").Length * 2}");
        Text(item, "first_sequence_number").ShouldBe("9");
        Text(item, "last_sequence_number").ShouldBe("10");
    }

    [Fact]
    public async Task What_is_left_to_the_stream_is_logged_as_partial()
    {
        var item = await LoggedAsync(Event(Record("9", Image("r-0"))), [Fail(400, "ResourceNotFoundException")]);

        Text(item, "status").ShouldBe("partial");
        Text(item, "records").ShouldBe("0");
        item!["first_sequence_number"].ShouldBeNull();
    }

    [Fact]
    public async Task Records_set_aside_are_logged_as_quarantined()
    {
        var item = await LoggedAsync(Event(Record("9", Image("r-0")), Record("10", null)), [Take()]);

        Text(item, "status").ShouldBe("quarantined");
        Text(item, "records").ShouldBe("1");
        Text(item, "last_sequence_number").ShouldBe("9");
    }

    [Fact]
    public async Task A_batch_that_brings_nothing_is_not_logged() =>
        (await LoggedAsync(Event(Record("9", Image("r-0"), "MODIFY")), [Take()])).ShouldBeNull();

    private static async Task<JsonNode?> LoggedAsync(byte[] streamEvent, RequestDelegate[] steps)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(steps);
        await using var s3 = await TestServer.StartAsync(Say(""));
        await using var dynamoDb = await TestServer.StartAsync(Say("{}"));
        using var forwarder = new ForwarderRig(firehose.Url, s3.Url, dynamoDb.Url);
        await forwarder.InvokeAsync(streamEvent);
        var request = dynamoDb.Requests.Select(request => JsonNode.Parse(request.Body)!).SingleOrDefault();
        request?["TableName"]!.GetValue<string>().ShouldBe("deliveries");
        return request?["Item"];
    }

    private static string? Text(JsonNode? item, string name) => item?[name]?.AsObject().Single().Value!.GetValue<string>();
}
