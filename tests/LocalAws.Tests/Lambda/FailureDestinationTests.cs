using System.Text.Json;
using LocalAws.DynamoDb;
using LocalAws.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class FailureDestinationTests(LocalS3 s3) : IClassFixture<LocalS3>
{
    [Fact]
    public async Task A_discarded_batch_is_an_object_with_its_whole_records()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 21, 10, 5, 7, TimeSpan.Zero));
        var log = new TableStream("hits", time);
        var key = JsonElement.Parse("""{"id":{"S":"ä\"b"}}""");
        log.Append([new StreamChange(key, null, key), new StreamChange(key, key, null)]);
        StreamRecord[] records = [.. log.Read(0)];
        var destination = new FailureDestination(s3.Store, LocalS3.Bucket, "arn:function", "hits", time);

        var batch = new DiscardedBatch(records, "RetryAttemptsExhausted", 26, new FunctionError("Boom", ""));
        await destination.WriteAsync(batch, TestContext.Current.CancellationToken);

        var found = (await s3.KeysAsync()).ShouldHaveSingleItem();
        found.ShouldMatch("^aws/lambda/[0-9a-f-]{36}/shardId-[0-9-]+/2026/11/21/2026-11-21T10.05.07-[0-9a-f-]{36}$");
        var content = JsonElement.Parse(await s3.ReadAsync(found));
        content.GetProperty("requestContext").GetProperty("condition").GetString().ShouldBe("RetryAttemptsExhausted");
        content.GetProperty("requestContext").GetProperty("approximateInvokeCount").GetInt32().ShouldBe(26);
        content.GetProperty("responseContext").GetProperty("functionError").GetString().ShouldBe("Unhandled");
        var info = content.GetProperty("DDBStreamBatchInfo");
        info.GetProperty("startSequenceNumber").GetString().ShouldBe(records[0].SequenceNumber);
        info.GetProperty("endSequenceNumber").GetString().ShouldBe(records[1].SequenceNumber);
        info.GetProperty("batchSize").GetInt32().ShouldBe(2);
        var payload = JsonElement.Parse(content.GetProperty("payload").GetString()!).GetProperty("Records");
        JsonElement.DeepEquals(payload[0], JsonElement.Parse(records[0].Json.Span)).ShouldBeTrue();
        JsonElement.DeepEquals(payload[1], JsonElement.Parse(records[1].Json.Span)).ShouldBeTrue();
    }
}
