using System.Globalization;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Analytics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
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

    [Fact]
    public async Task A_call_that_ends_as_cancelled_fails_nothing()
    {
        using var dynamoDb = new CancelledDynamoDb();
        var log = new DeliveryLog(dynamoDb, "deliveries", TimeProvider.System, NullLogger.Instance);

        await log.WriteAsync("invocation-1", [], DeliveryLogEntry.Partial, TimeSpan.FromSeconds(1));

        dynamoDb.Calls.ShouldBe(1);
    }

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

    /// <summary>A table whose calls end as cancelled, though nobody cancels them.</summary>
    private sealed class CancelledDynamoDb() : AmazonDynamoDBClient(new BasicAWSCredentials("id", "secret"), RegionEndpoint.USEast1)
    {
        public int Calls { get; private set; }

        public override Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
        {
            Calls++;
            throw new OperationCanceledException();
        }
    }
}
