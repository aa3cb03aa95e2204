using System.Text;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Microsoft.Extensions.Logging.Abstractions;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;
using static Testing.TestServer;

namespace StreamToFirehoseFunction.Tests;

public sealed class DeliveryTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(15);

    // A pause before the next attempt is over at once.
    private readonly TestTime time = new(passing: TimeSpan.FromSeconds(3));

    [Fact]
    public async Task Nothing_to_deliver_makes_no_call()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());

        (await PutAsync(firehose, Packs(), Ample)).ShouldBe(0);

        firehose.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_packs_go_in_one_call()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());

        (await PutAsync(firehose, Packs("a", "b", "c"), Ample)).ShouldBe(3);

        firehose.Calls.ShouldBe([["a", "b", "c"]]);
    }

    [Fact]
    public async Task Records_that_were_not_taken_are_sent_again_alone()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take(1, 2), Take(0), Take());

        (await PutAsync(firehose, Packs("a", "b", "c"), Ample)).ShouldBe(3);

        firehose.Calls.ShouldBe([["a", "b", "c"], ["b", "c"], ["b"]]);
    }

    [Theory]
    [InlineData(503, "ServiceUnavailableException")]
    [InlineData(500, "InternalFailure")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "com.amazonaws.firehose#LimitExceededException")]
    public async Task A_call_that_failed_for_the_moment_is_made_again(int status, string code)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Fail(status, code), Fail(status, code), Take());

        (await PutAsync(firehose, Packs("a", "b"), Ample)).ShouldBe(2);

        firehose.Calls.ShouldBe([["a", "b"], ["a", "b"], ["a", "b"]]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"FailedPutCount":1}""")]
    [InlineData("""{"FailedPutCount":1,"RequestResponses":[{"RecordId":"id-0"}]}""")]
    [InlineData("""{"FailedPutCount":2,"RequestResponses":[null,null]}""")]
    [InlineData("""{"FailedPutCount":"0","RequestResponses":[[],null]}""")]
    [InlineData("""{"RequestResponses":[{"RecordId":"id-0"},{"RecordId":"id-1"}""")]
    [InlineData("""[{"FailedPutCount":0}]""")]
    [InlineData("null")]
    [InlineData("<html>")]
    public Task An_answer_that_does_not_say_what_was_taken_counts_for_nothing(string answer) => CountsForNothingAsync(answer);

#if STANDIN
    /// <summary>At these, the SDK's own list reader goes on until all memory is used up, in every client of a service.</summary>
    [Theory]
    [InlineData("""{"FailedPutCount":1,"RequestResponses":{"RecordId":"id-0"}}""")]
    [InlineData("""{"FailedPutCount":1,"RequestResponses":[1,2]}""")]
    public Task An_answer_whose_entries_are_none_counts_for_nothing(string answer) => CountsForNothingAsync(answer);
#endif

    private async Task CountsForNothingAsync(string answer)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Say(answer), Take());

        (await PutAsync(firehose, Packs("a", "b"), Ample)).ShouldBe(2);

        firehose.Calls.ShouldBe([["a", "b"], ["a", "b"]]);
    }

    [Fact]
    public async Task A_connection_that_was_reset_is_made_again()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Reset(), Take());

        (await PutAsync(firehose, Packs("a"), Ample)).ShouldBe(1);

        firehose.Calls.Count.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(400, "ResourceNotFoundException")]
    [InlineData(400, "InvalidArgumentException")]
    [InlineData(400, "AccessDeniedException")]
    public async Task A_call_that_is_refused_for_what_it_is_gives_up_at_once(int status, string code)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Fail(status, code));

        var taken = await PutAsync(firehose, Packs("a", "b"), Ample);

        taken.ShouldBe(0);
        firehose.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_time_is_over_the_packs_before_the_first_one_not_taken_count()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take(1, 2), Take(0, 1));

        var taken = await PutAsync(firehose, Packs("a", "b", "c"), TimeSpan.FromSeconds(5));

        taken.ShouldBe(1);
    }

    [Fact]
    public async Task An_endpoint_that_hangs_is_left_at_the_deadline()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Hang(() => time.AdvanceToNextTimer()));

        var taken = await PutAsync(firehose, Packs("a"), Short);

        taken.ShouldBe(0);
        firehose.Calls.Count.ShouldBe(2);
        time.Elapsed.ShouldBe(Short);
    }

    [Fact]
    public async Task A_call_that_is_left_behind_may_still_read_what_it_puts()
    {
        await using var endless = await TestServer.StartAsync(Trickle(() => time.AdvanceToNextTimer()));
        await using var firehose = await ScriptedFirehose.StartAsync(Fail(500, "InternalFailure"), Take());

        (await PutAsync(endless.Url, Packs("a"), Short)).ShouldBe(new PutResult(0, MayReadOn: true));
        (await PutAsync(firehose.Url, Packs("a"), Ample)).ShouldBe(new PutResult(1, MayReadOn: false));
    }

    [Fact]
    public async Task Without_time_no_call_is_made()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());

        var taken = await PutAsync(firehose, Packs("a"), TimeSpan.FromSeconds(-1));

        taken.ShouldBe(0);
        firehose.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(499, 1)]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    [InlineData(10_000, 20)]
    public void A_call_holds_at_most_500_records(int records, int calls) =>
        Delivery.SplitIntoCalls(Packs([.. Enumerable.Repeat("x", records)])).Select(call => call.Count).ShouldBe(
            [.. Enumerable.Repeat(500, calls - 1), records - (500 * (calls - 1))]);

    [Fact]
    public void A_call_holds_at_most_4_MiB()
    {
        var full = new string('x', 1_024_000);
        var exact = new string('x', (4 * 1_024 * 1_024) - (4 * full.Length));

        Delivery.SplitIntoCalls(Packs(full, full, full, full, exact)).Select(call => call.Count).ShouldBe([5]);
        Delivery.SplitIntoCalls(Packs(full, full, full, full, exact + "x")).Select(call => call.Count).ShouldBe([4, 1]);
    }

    private static Pack[] Packs(params string[] data) => [.. data.Select((text, i) => new Pack(Encoding.UTF8.GetBytes(text), 1, Number(i), Number(i)))];

    private static SequenceNumber Number(int value) => new(Encoding.UTF8.GetBytes($"{value}"));

    private async Task<int> PutAsync(ScriptedFirehose firehose, Pack[] packs, TimeSpan limit) =>
        (await PutAsync(firehose.Url, packs, limit)).Taken;

    private async Task<PutResult> PutAsync(string url, Pack[] packs, TimeSpan limit)
    {
        var config = new AmazonKinesisFirehoseConfig
        {
            ServiceURL = url,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        };
        using var client = new AmazonKinesisFirehoseClient(new BasicAWSCredentials("id", "secret"), config);
        return await new Delivery(client, "stream", time, new Random(7), NullLogger.Instance).PutAsync(packs, limit);
    }
}
