using static StreamToFirehoseFunction.Tests.ScriptedEndpoint;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;
using static StreamToFirehoseFunction.Tests.StreamEvents;
using Step = StreamToFirehoseFunction.Tests.ScriptedEndpoint.Step;

namespace StreamToFirehoseFunction.Tests;

/// <summary>Whatever the services do, the answer is there two seconds before the deadline.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, Step> Faults = new()
    {
        ["hangs"] = Hang(),
        ["answers without end"] = Trickle(),
        ["takes nothing"] = TakeNone(),
        ["fails"] = Fail(500, "InternalFailure"),
        ["is unavailable"] = Fail(503, "ServiceUnavailableException"),
        ["throttles"] = Fail(400, "ThrottlingException"),
        ["resets the connection"] = Reset(),
        ["takes all, then hangs"] = TakeThen(Hang()),
        ["takes all, then fails"] = TakeThen(Fail(500, "InternalFailure")),
        ["takes all, then resets"] = TakeThen(Reset()),
        ["says nonsense"] = Say("<html>"),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task When_Firehose_never_serves_the_whole_batch_is_reported_in_time(string fault)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Faults[fault]);
        await using var time = new JumpingTime(standsUntil: () => firehose.Calls.Count > 0);
        using var forwarder = new ForwarderRig(firehose.Url, time: time);

        (await forwarder.InvokeAsync(Inserts(3), Timeout)).ShouldBe("100");

        forwarder.TimeLeft.ShouldBeGreaterThanOrEqualTo(Due);
        firehose.Calls.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("fails")]
    [InlineData("resets the connection")]
    public async Task When_quarantine_never_serves_what_comes_before_is_delivered_in_time(string fault)
    {
        await using var time = new JumpingTime();
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var s3 = await ScriptedEndpoint.StartAsync(Faults[fault]);
        using var forwarder = new ForwarderRig(firehose.Url, s3.Url, time: time);

        // A jump may end an attempt that would have been served: the batch may then be reported from its first record on.
        (await forwarder.InvokeAsync(Event(Record("1", Image("r-0")), Record("2", null), Record("3", Image("r-1"))), Timeout))
            .ShouldBeOneOf("1", "2");

        forwarder.TimeLeft.ShouldBeGreaterThanOrEqualTo(Due);
        firehose.Taken.ShouldNotContain("r-1");
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("answers without end")]
    [InlineData("fails")]
    [InlineData("resets the connection")]
    [InlineData("says nonsense")]
    public async Task When_the_delivery_log_never_serves_the_delivery_is_acknowledged_in_time(string fault)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var dynamoDb = await ScriptedEndpoint.StartAsync(Faults[fault]);
        using var forwarder = new ForwarderRig(firehose.Url, dynamoDbUrl: dynamoDb.Url);

        (await forwarder.InvokeAsync(Inserts(3), Timeout)).ShouldBeNull();

        forwarder.TimeLeft.ShouldBeGreaterThanOrEqualTo(Due);
        dynamoDb.Requests.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task When_nothing_serves_the_answer_is_in_time_too()
    {
        await using var time = new JumpingTime();
        await using var hanging = await ScriptedFirehose.StartAsync(Hang());
        using var forwarder = new ForwarderRig(hanging.Url, hanging.Url, hanging.Url, time);

        (await forwarder.InvokeAsync(Event(Record("1", Image("r-0")), Record("2", null)), Timeout)).ShouldBe("1");

        forwarder.TimeLeft.ShouldBeGreaterThanOrEqualTo(Due);
    }

    [Fact]
    public async Task Without_time_nothing_is_sent()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        using var forwarder = new ForwarderRig(firehose.Url);

        (await forwarder.InvokeAsync(Inserts(3), Due)).ShouldBe("100");

        firehose.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Records_to_quarantine_leave_time_for_the_delivery_of_the_others()
    {
        await using var time = new JumpingTime();
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var s3 = await ScriptedEndpoint.StartAsync(Say(""), Hang());
        using var forwarder = new ForwarderRig(firehose.Url, s3.Url, time: time);
        var records = Enumerable.Range(1, 100).Select(number => Record($"{number}", number == 1 ? Image("r-0") : null));

        var failure = await forwarder.InvokeAsync(Event(records), TimeSpan.FromHours(1));

        int.Parse(failure!, null).ShouldBeInRange(1, 10);
        firehose.Taken.ShouldStartWith(Line("r-0"));
        forwarder.TimeLeft.ShouldBeGreaterThan(TimeSpan.FromMinutes(20));
    }
}
