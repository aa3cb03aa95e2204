namespace Capacity.Tests;

public sealed class StreamMappingTests
{
    private const int Shards = 4;

    [Fact]
    public void Hits_wait_for_the_window_where_their_batch_does_not_fill()
    {
        var (mapping, firehose) = Made(new PipelineSettings());
        mapping.Add(new Cohort(0, 40, Shards));

        for (var second = 0; second < 10; second++)
        {
            mapping.Read(second, mostExecutions: 100).Invocations.ShouldBe(0);
        }

        mapping.Read(10, mostExecutions: 100).Invocations.ShouldBe(Shards);
        firehose.Buffered.ShouldBe(40);
    }

    [Fact]
    public void Hits_go_at_once_where_batches_have_filled_behind_them()
    {
        var (mapping, firehose) = Made(new PipelineSettings());
        mapping.Add(new Cohort(0, 6_000, Shards));

        mapping.Read(0, mostExecutions: 100);

        firehose.Buffered.ShouldBe(2_000);
        mapping.Waiting.ShouldBe(4_000);
    }

    [Fact]
    public void A_shard_gives_no_more_than_its_polls_return()
    {
        var (mapping, firehose) = Made(new PipelineSettings { FirehoseMebibytes = 1_000 });
        mapping.Add(new Cohort(0, 100_000, Shards));

        mapping.Read(20, mostExecutions: 100).Limit.ShouldBe(Limit.ShardReads);
        firehose.Buffered.ShouldBe(Shards * 4 * 1_000);
    }

    [Fact]
    public void Small_batches_one_at_a_time_are_slower_than_polls_and_the_parallelization_factor_mends_it()
    {
        var small = new PipelineSettings { BatchSize = 10, FirehoseMebibytes = 1_000 };
        Read(small).ShouldBeLessThan(Shards * 400);

        Read(small with { ParallelizationFactor = 5 }).ShouldBe(5.0 * Read(small), tolerance: 5);
    }

    [Fact]
    public void Lambda_throttles_batches_that_it_has_no_execution_for_and_the_stream_keeps_them()
    {
        var (mapping, firehose) = Made(new PipelineSettings
        {
            ForwarderConcurrency = 1, BatchSize = 10, FirehoseMebibytes = 1_000, ParallelizationFactor = 10,
        });
        mapping.Add(new Cohort(0, 100_000, Shards));

        var reading = mapping.Read(20, mostExecutions: 1);

        reading.Throttled.ShouldBeGreaterThan(0);
        reading.Limit.ShouldBe(Limit.ForwarderConcurrency);
        (mapping.Waiting + firehose.Buffered).ShouldBe(100_000);
    }

    [Fact]
    public void Shards_of_a_split_are_read_once_those_before_are_empty()
    {
        var (mapping, firehose) = Made(new PipelineSettings { FirehoseMebibytes = 1_000 });
        mapping.Add(new Cohort(0, 16_000, Shards));
        mapping.Add(new Cohort(1, 100_000, 2 * Shards));

        mapping.Read(20, mostExecutions: 100);
        firehose.Buffered.ShouldBe(16_000);
        mapping.Read(21, mostExecutions: 100);

        firehose.Buffered.ShouldBe(16_000 + 32_000);
    }

    [Theory]
    [InlineData(23 * 3_600, 100, 0)]
    [InlineData(25 * 3_600, 0, 100)]
    public void Old_hits_are_set_aside_or_are_gone_where_the_stream_gives_them_up_first(int recordAge, int setAside, int expired)
    {
        var (mapping, _) = Made(new PipelineSettings { RecordAgeSeconds = recordAge });
        mapping.Add(new Cohort(0, 100, Shards));

        var reading = mapping.Read((24 * 3_600) + 1, mostExecutions: 0);

        (reading.SetAside, reading.Expired).ShouldBe((setAside, expired));
    }

    [Fact]
    public void Firehose_takes_its_bytes_and_the_rest_stays_in_the_stream()
    {
        var (mapping, firehose) = Made(new PipelineSettings { IsLargeRegion = false });
        mapping.Add(new Cohort(0, 10_000, Shards));

        var reading = mapping.Read(20, mostExecutions: 100);

        reading.Limit.ShouldBe(Limit.FirehoseBytes);
        reading.Refused.ShouldBe(Shards);
        firehose.Buffered.ShouldBe(1_048_576 / Measured.LineBytes);
    }

    private static double Read(PipelineSettings settings)
    {
        var (mapping, firehose) = Made(settings);
        mapping.Add(new Cohort(0, 1_000_000, Shards));
        mapping.Read(20, mostExecutions: 100_000);
        return firehose.Buffered;
    }

    private static (StreamMapping Mapping, Firehose Firehose) Made(PipelineSettings settings)
    {
        var firehose = new Firehose(settings);
        return (new StreamMapping(settings, firehose, Shards * settings.ParallelizationFactor), firehose);
    }
}
