using Microsoft.AspNetCore.Http;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;
using static StreamToFirehoseFunction.Tests.StreamEvents;
using static Testing.TestServer;

namespace StreamToFirehoseFunction.Tests;

/// <summary>Whatever the services do, the answer is there two seconds before the deadline.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, Func<TestTime, RequestDelegate>> Faults = new()
    {
        ["hangs"] = time => Hang(() => time.AdvanceToNextTimer()),
        ["answers without end"] = time => Trickle(() => time.AdvanceToNextTimer()),
        ["takes nothing"] = _ => TakeNone(),
        ["fails"] = _ => Fail(500, "InternalFailure"),
        ["is unavailable"] = _ => Fail(503, "ServiceUnavailableException"),
        ["throttles"] = _ => Fail(400, "ThrottlingException"),
        ["resets the connection"] = _ => Reset(),
        ["takes all, then hangs"] = time => TakeThen(Hang(() => time.AdvanceToNextTimer())),
        ["takes all, then fails"] = _ => TakeThen(Fail(500, "InternalFailure")),
        ["takes all, then resets"] = _ => TakeThen(Reset()),
        ["says nonsense"] = _ => Say("<html>"),
    };

    // A pause before the next attempt is over at once; a service that hangs takes all the time that it is given.
    private readonly TestTime pausing = new(passing: TimeSpan.FromSeconds(3));

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task When_Firehose_never_serves_the_whole_batch_is_reported_in_time(string fault)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Faults[fault](pausing));
        using var forwarder = new ForwarderRig(firehose.Url, time: pausing);

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
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var s3 = await TestServer.StartAsync(Faults[fault](pausing));
        using var forwarder = new ForwarderRig(firehose.Url, s3.Url, time: pausing);

        (await forwarder.InvokeAsync(Event(Record("1", Image("r-0")), Record("2", null), Record("3", Image("r-1"))), Timeout)).ShouldBe("2");

        forwarder.TimeLeft.ShouldBeGreaterThanOrEqualTo(Due);
        firehose.Taken.ShouldBe(Line("r-0"));
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("answers without end")]
    [InlineData("fails")]
    [InlineData("resets the connection")]
    [InlineData("says nonsense")]
    public async Task When_the_delivery_log_never_serves_the_delivery_is_acknowledged_in_time(string fault)
    {
        var time = new TestTime();
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var dynamoDb = await TestServer.StartAsync(Faults[fault](time));
        using var forwarder = new ForwarderRig(firehose.Url, dynamoDbUrl: dynamoDb.Url, time: time);

        (await forwarder.InvokeAsync(Inserts(3), Timeout)).ShouldBeNull();

        forwarder.TimeLeft.ShouldBeGreaterThanOrEqualTo(Due);
        dynamoDb.Requests.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task When_nothing_serves_the_answer_is_in_time_too()
    {
        await using var hanging = await ScriptedFirehose.StartAsync(Faults["hangs"](pausing));
        using var forwarder = new ForwarderRig(hanging.Url, hanging.Url, hanging.Url, pausing);

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
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var s3 = await TestServer.StartAsync(Say(""), Faults["hangs"](pausing), Hang());
        using var forwarder = new ForwarderRig(firehose.Url, s3.Url, time: pausing);
        var records = Enumerable.Range(1, 100).Select(number => Record($"{number}", number == 1 ? Image("r-0") : null));

        var failure = await forwarder.InvokeAsync(Event(records), TimeSpan.FromHours(1));

        failure.ShouldBeOneOf("2", "3"); // of the puts in flight, the first to arrive is served
        firehose.Taken.ShouldStartWith(Line("r-0"));
        forwarder.TimeLeft.ShouldBeGreaterThan(TimeSpan.FromMinutes(20));
    }
}
