using System.Text.Json.Nodes;
using FunctionHosting;
using Microsoft.AspNetCore.Http;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;
using static StreamToFirehoseFunction.Tests.StreamEvents;
using static Testing.TestServer;

namespace StreamToFirehoseFunction.Tests;

public sealed class MetricsTests
{
    [Fact]
    public async Task A_batch_is_measured_by_what_Firehose_took()
    {
        var line = await MeasuredAsync(Event(Record("9", Image("r-0")), Record("10", Image("r-1"))), Take());

        Value(line, Metrics.DeliveredRecords).ShouldBe(2);
        Value(line, Metrics.DeliveredBytes).ShouldBe(Line("r-0").Length * 2);
        Value(line, Metrics.ColdStarts).ShouldBe(1);
        line[Metrics.BatchFailures.Name].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_left_to_the_stream_is_a_batch_failure()
    {
        var line = await MeasuredAsync(Event(Record("9", Image("r-0"))), Fail(400, "ResourceNotFoundException"));

        Value(line, Metrics.BatchFailures).ShouldBe(1);
        Value(line, Metrics.DeliveredRecords).ShouldBe(0);
    }

    [Fact]
    public async Task Records_set_aside_are_counted()
    {
        var line = await MeasuredAsync(Event(Record("9", Image("r-0")), Record("10", null), Record("11", null)), Take());

        Value(line, Metrics.QuarantinedRecords).ShouldBe(2);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_a_batch_failure()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        using var forwarder = new ForwarderRig(firehose.Url);

        await Should.ThrowAsync<System.Text.Json.JsonException>(() => forwarder.InvokeAsync([.. "{"u8]));

        Value(forwarder.Metrics.ShouldHaveSingleItem(), Metrics.BatchFailures).ShouldBe(1);
    }

    private static async Task<JsonNode> MeasuredAsync(byte[] streamEvent, RequestDelegate step)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(step);
        await using var s3 = await TestServer.StartAsync(Say(""));
        using var forwarder = new ForwarderRig(firehose.Url, s3.Url);
        await forwarder.InvokeAsync(streamEvent);
        return forwarder.Metrics.ShouldHaveSingleItem();
    }

    private static double? Value(JsonNode line, Metric metric) => (double?)line[metric.Name];
}
