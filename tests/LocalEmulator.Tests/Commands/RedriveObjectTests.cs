using System.Text;
using LocalEmulator.Commands;

namespace LocalEmulator.Tests.Commands;

public sealed class RedriveObjectTests
{
    private const string Insert =
        """{"eventName":"INSERT","dynamodb":{"Keys":{"request_id":{"S":"k"}},"NewImage":{"request_id":{"S":"r\n1"}},"SequenceNumber":"900"}}""";

    private const string Remove = """{ "dynamodb": {"Keys":{"request_id":{"S":"k2"}},"SequenceNumber":"901"}, "eventName": "REMOVE" }""";

    [Fact]
    public void A_failure_object_holds_its_event_as_text()
    {
        var records = Read(Failure($"\"{Escape($$"""{"Records":[{{Insert}},{{Remove}}]}""")}\""));

        records.Count.ShouldBe(2);
        records[0].ShouldBe(new RedriveRecord(1, records[0].Json, "900", "r\n1", IsInsert: true));
        records[1].ShouldBe(new RedriveRecord(2, records[1].Json, "901", "k2", IsInsert: false));
        Encoding.UTF8.GetString(records[0].Json.Span).ShouldBe(Insert);
        Encoding.UTF8.GetString(records[1].Json.Span).ShouldBe(Remove);
    }

    [Fact]
    public void An_event_that_is_no_text_is_read_as_well() =>
        Read(Failure($$"""{"Records":[{{Insert}}]}""")).ShouldHaveSingleItem().RequestId.ShouldBe("r\n1");

    [Fact]
    public void A_quarantined_record_is_one_record()
    {
        var record = Read($$"""{"reason":"breed is neither text nor a number","record":{{Insert}}}""").ShouldHaveSingleItem();

        Encoding.UTF8.GetString(record.Json.Span).ShouldBe(Insert);
        record.ToString().ShouldBe("record 1 (sequence number 900)");
    }

    [Fact]
    public void A_quarantined_record_that_is_broken_has_its_reason() =>
        Read("""{"reason":"it is no JSON: a value is cut off","record":"{\"eventName\":"}""").ShouldHaveSingleItem().Flaw
            .ShouldBe("it is no JSON: a value is cut off");

    [Fact]
    public void A_record_without_numbers_and_ids_is_a_record()
    {
        var record = Read("""{"record":{"eventName":"INSERT","dynamodb":7}}""").ShouldHaveSingleItem();

        record.RequestId.ShouldBeNull();
        record.SequenceNumber.ShouldBeEmpty();
        record.ToString().ShouldBe("record 1");
    }

    [Theory]
    [InlineData("", "o.json, line 1, column 1: ")]
    [InlineData("{\n  \"payload\": tru\n}", "o.json, line 2, column ")]
    [InlineData("[]", "o.json: it is neither a failure object (with 'payload') nor a quarantined record (with 'reason' and 'record').")]
    [InlineData("{\"payload\":null}", "o.json: it is neither a failure object")]
    [InlineData("{\"DDBStreamBatchInfo\":{}}", "o.json: it has no payload, only the records' place in the stream, as SQS and SNS get it;")]
    [InlineData("{\"payload\":\"{\"}", "o.json, payload, line 1, column ")]
    [InlineData("{\"payload\":\"[]\"}", "o.json: its payload is no stream event; that is an object with an array 'Records'.")]
    [InlineData("{\"payload\":{\"Records\":{}}}", "o.json: its payload is no stream event;")]
    [InlineData("{\"payload\":{\"Records\":[{},7]}}", "o.json, record 2: a stream record is an object, this is a Number.")]
    [InlineData("{\"record\":7}", "o.json, record 1: a stream record is an object, this is a Number.")]
    public void What_is_broken_is_named_with_its_place(string content, string message) =>
        Should.Throw<EmulatorException>(() => Read(content)).Message.ShouldStartWith(message);

    private static IReadOnlyList<RedriveRecord> Read(string content) => RedriveObject.Read("o.json", Encoding.UTF8.GetBytes(content));

    private static string Escape(string json) =>
        json.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>An object as AWS Lambda writes it.</summary>
    private static string Failure(string payload) => $$"""
        {
          "requestContext": {
            "requestId": "316aa6d0-8154-xmpl-9af7-85d5f4a6bc81",
            "functionArn": "arn:aws:lambda:us-east-1:123456789012:function:forwarder",
            "condition": "RetryAttemptsExhausted",
            "approximateInvokeCount": 1
          },
          "responseContext": { "statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled" },
          "version": "1.0",
          "timestamp": "2026-11-14T00:13:49.717Z",
          "DDBStreamBatchInfo": {
            "shardId": "shardId-00000001573689847184-864758bb",
            "startSequenceNumber": "900",
            "endSequenceNumber": "901",
            "approximateArrivalOfFirstRecord": "2026-11-14T00:13:19Z",
            "approximateArrivalOfLastRecord": "2026-11-14T00:13:19Z",
            "batchSize": 2,
            "streamArn": "arn:aws:dynamodb:us-east-1:123456789012:table/hits/stream/2026-11-14T00:13:19.000"
          },
          "payload": {{payload}}
        }
        """;
}
