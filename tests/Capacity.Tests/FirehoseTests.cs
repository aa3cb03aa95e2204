namespace Capacity.Tests;

public sealed class FirehoseTests
{
    [Fact]
    public void Requests_bound_it_where_batches_are_small() =>
        new Firehose(new PipelineSettings()).Room(batchHits: 2).ShouldBe((4_000, Limit.FirehoseRequests));

    [Fact]
    public void A_raised_quota_raises_the_other_two_with_it() =>
        new Firehose(new PipelineSettings { FirehoseMebibytes = 10 }).Room(batchHits: 2).ShouldBe((8_000, Limit.FirehoseRequests));

    [Fact]
    public void It_delivers_after_its_seconds()
    {
        var firehose = new Firehose(new PipelineSettings());
        firehose.Take(5, [new Cohort(0, 10, 4)]);
        firehose.Take(30, [new Cohort(29, 7, 4)]);

        firehose.Deliver(64).ShouldBe(0);
        firehose.Deliver(65).ShouldBe(17);
        firehose.Buffered.ShouldBe(0);
    }

    [Fact]
    public void It_delivers_a_full_buffer_at_once()
    {
        var firehose = new Firehose(new PipelineSettings { BufferMebibytes = 1 });
        firehose.Take(5, [new Cohort(0, 3_000, 4)]);

        firehose.Deliver(5).ShouldBe(3_000);
    }
}
