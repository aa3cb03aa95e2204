using System.Text;
using System.Text.Json;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;
using static StreamToFirehoseFunction.Tests.StreamEvents;
using static Testing.TestServer;

namespace StreamToFirehoseFunction.Tests;

public sealed class ForwarderTests
{
    private static readonly Dictionary<string, BatchMatrix.Row> Rows = BatchMatrix.Rows.ToDictionary(row => row.Name);

    public static TheoryData<string> Batches => [.. Rows.Keys];

    public static TheoryData<string> Poisons => [.. PoisonRecords.All.Select(poison => poison.Name)];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task Every_record_of_a_batch_is_delivered_or_behind_the_failure(string name)
    {
        var row = Rows[name];
        await using var firehose = await ScriptedFirehose.StartAsync(row.Firehose ?? [Take()]);
        using var forwarder = new ForwarderRig(firehose.Url);

        (await forwarder.InvokeAsync(row.Event)).ShouldBe(row.Failure);

        // Not with ShouldBe: it prints megabytes.
        (firehose.Taken == row.Lines).ShouldBeTrue();
        if (row.Calls is { } calls)
        {
            firehose.Calls.Count.ShouldBe(calls);
        }
    }

    [Theory]
    [MemberData(nameof(Poisons))]
    public async Task A_poisoned_record_is_quarantined_whole_with_its_reason_and_the_batch_goes_on(string name)
    {
        var poison = PoisonRecords.All.Single(candidate => candidate.Name == name);
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var s3 = await TestServer.StartAsync(Say(""));
        using var forwarder = new ForwarderRig(firehose.Url, s3.Url);

        (await forwarder.InvokeAsync(EventWith(poison.Json))).ShouldBeNull();

        firehose.Taken.ShouldBe(Line("r-0") + Line("r-2"));
        var put = s3.Requests.ShouldHaveSingleItem();
        put.Path.ShouldMatch(@"^/bucket/quarantine/\d{4}/\d\d/\d\d/(5|unnumbered)-[0-9a-f]{16}\.json$");
        var document = Quarantined.Of(put.Body);
        document.Reason.ShouldContain(poison.Reason);
        (document.Record == poison.Json).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_quarantine_fails_nothing_after_the_first_record_not_kept_is_sent_or_acknowledged()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var s3 = await TestServer.StartAsync(async http =>
        {
            using var body = new StreamReader(http.Request.Body);
            await Say("", (await body.ReadToEndAsync()).Contains("\"12\"", StringComparison.Ordinal) ? 403 : 200)(http);
        });
        using var forwarder = new ForwarderRig(firehose.Url, s3.Url);
        var streamEvent = Event(Record("10", null), Record("11", Image("r-0")), Record("12", null), Record("13", Image("r-1")), Record("14", null));

        (await forwarder.InvokeAsync(streamEvent)).ShouldBe("12");

        firehose.Taken.ShouldBe(Line("r-0"));
    }

    [Fact]
    public async Task The_same_bad_record_is_kept_once_and_different_ones_of_one_number_both()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var s3 = await TestServer.StartAsync(Say(""));
        using var forwarder = new ForwarderRig(firehose.Url, s3.Url);
        var other = Record("1", null);
        other["eventID"] = "other";

        (await forwarder.InvokeAsync(Event(Record("1", null), other, Record("1", null)))).ShouldBeNull();

        s3.Requests.Select(request => request.Path).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"Records":{}}""")]
    [InlineData("""{"Records":[1]}""")]
    [InlineData("""{"Records":[]}x""")]
    [InlineData("""{"Records":[{"eventName":"INSERT","dynamodb":{"NewImage":{"breed":{"S":"unclosed}}}}]}""")]
    [InlineData("""{"Records":[{"eventName":"INSERT"}""")]
    public async Task What_is_no_stream_event_fails_whole_and_nothing_is_sent(string streamEvent)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        using var forwarder = new ForwarderRig(firehose.Url);

        await Should.ThrowAsync<JsonException>(() => forwarder.InvokeAsync(Encoding.UTF8.GetBytes(streamEvent)));

        firehose.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_poison()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        using var forwarder = new ForwarderRig(firehose.Url);
        var streamEvent = Inserts(2);
        streamEvent[streamEvent.AsSpan().LastIndexOf("Boxer"u8)] = 0xFF;

        (await forwarder.InvokeAsync(streamEvent)).ShouldBe("101");

        firehose.Taken.ShouldBe(Line("r-0"));
    }

    [Fact]
    public async Task A_batch_that_is_delivered_again_gives_the_same_bytes()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        using var forwarder = new ForwarderRig(firehose.Url);

        await forwarder.InvokeAsync(Inserts(3));
        await forwarder.InvokeAsync(Inserts(3));

        firehose.Calls[1].ShouldBe(firehose.Calls[0]);
    }

    private static byte[] EventWith(string record) => Encoding.UTF8.GetBytes(
        $$"""{"Records":[{{Record("1", Image("r-0")).ToJsonString()}},{{record}},{{Record("9", Image("r-2")).ToJsonString()}}]}""");
}
