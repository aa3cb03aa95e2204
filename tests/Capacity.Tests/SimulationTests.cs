namespace Capacity.Tests;

public sealed class SimulationTests
{
    private static readonly PipelineSettings Deployed = new();

    [Fact]
    public void A_steady_10_a_second_loses_nothing_and_is_delivered_within_window_and_buffer()
    {
        var moments = Simulation.Run(Pattern.Steady(10), Deployed);

        moments.Sum(moment => moment.Lost + moment.Throttled + moment.WritesRefused + moment.SetAside).ShouldBe(0);
        moments.Max(moment => moment.LagSeconds).ShouldBeInRange(
            Deployed.BufferSeconds, Deployed.WindowSeconds + Deployed.BufferSeconds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Up_to_1000_a_second_what_is_deployed_holds(bool isLargeRegion)
    {
        var settings = Deployed with { IsLargeRegion = isLargeRegion };

        new[] { Pattern.Steady(1_000), Pattern.Morning(100, 1_000), Pattern.Spot(10, 1_000) }
            .ShouldAllBe(pattern => Verdict.Of(Simulation.Run(pattern, settings, 1), settings).Holds);
    }

    [Fact]
    public void A_spot_of_a_hundred_times_500_breaks_a_new_table_and_not_a_warm_one()
    {
        var spot = Pattern.Spot(500, 50_000);
        var quotas = Deployed with { Concurrency = 8_000, TableWrites = 60_000, FirehoseMebibytes = 20 };

        var cold = Simulation.Run(spot, quotas);
        var warm = Simulation.Run(spot, quotas with { WarmWrites = 60_000 });

        Verdict.Of(cold, quotas).Broken.ShouldBe(Limit.OnDemandWrites);
        cold.Sum(moment => moment.Lost).ShouldBeGreaterThan(0);
        warm.Sum(moment => moment.WritesRefused + moment.Lost + moment.Throttled).ShouldBe(0);
        Verdict.Of(warm, quotas).Holds.ShouldBeTrue();
    }

    [Fact]
    public void Refused_writes_keep_executions_until_users_get_no_answer()
    {
        var spot = Pattern.Spot(90, 9_000);

        Simulation.Run(spot, Deployed).Sum(moment => moment.Throttled).ShouldBeGreaterThan(0);
        Simulation.Run(spot, Deployed with { WarmWrites = 10_000 }).Sum(moment => moment.Throttled).ShouldBe(0);
    }

    [Fact]
    public void No_execution_does_two_requests_at_once() => Simulation.Run(Pattern.Spot(500, 50_000), Deployed)
        .ShouldAllBe(moment => moment.Executions <= Deployed.Concurrency && moment.Writing <= 2.1 * Deployed.Concurrency);

    [Fact]
    public void Too_much_for_Firehose_is_late_and_not_lost()
    {
        var settings = Deployed with { IsLargeRegion = false };
        var moments = Simulation.Run(Pattern.Steady(5_000), settings);

        moments.Sum(moment => moment.Lost + moment.SetAside + moment.Throttled).ShouldBe(0);
        ((double)moments[^1].LagSeconds).ShouldBe(3_600 * (1 - (2_913 / 5_000.0)), tolerance: 100);
        Verdict.Of(moments, settings).Broken.ShouldBe(Limit.FirehoseBytes);
    }

    [Fact]
    public void What_Firehose_does_not_take_for_23_hours_is_set_aside()
    {
        var moments = Simulation.Run(Pattern.Steady(5_000, 60 * 3_600), Deployed with { IsLargeRegion = false });

        moments.First(moment => moment.SetAside > 0).LagSeconds.ShouldBeInRange((23 * 3_600) - 1, (23 * 3_600) + 60);
        moments.Sum(moment => moment.Lost).ShouldBe(0);
    }

    [Fact]
    public void A_growing_backlog_is_told_before_it_is_too_old()
    {
        var settings = Deployed with { IsLargeRegion = false };
        var moments = Simulation.Run(Pattern.Steady(3_200), settings);

        moments.Max(moment => moment.LagSeconds).ShouldBeLessThan(settings.MaxLagSeconds);
        Verdict.Of(moments, settings).Broken.ShouldBe(Limit.FirehoseBytes);
    }

    [Fact]
    public void A_new_account_answers_100_a_second()
    {
        var moments = Simulation.Run(Pattern.Spot(50, 500), Deployed with { Concurrency = 10 });

        moments.Max(moment => moment.Arrivals - moment.Throttled).ShouldBe(100);
        moments.First(moment => moment.Throttled > 0).ThrottledBy.ShouldBe(Limit.Concurrency);
    }

    [Fact]
    public void A_skill_that_takes_all_executions_starves_the_forwarder_unless_some_are_reserved()
    {
        var busy = Pattern.Steady(11_000);

        Lag(Deployed with { Concurrency = 1_000 }).ShouldBeGreaterThan(900);
        Lag(Deployed with { Concurrency = 1_000, ForwarderConcurrency = 50 }).ShouldBeLessThan(100);

        int Lag(PipelineSettings settings) => Simulation.Run(busy, settings).Max(moment => moment.LagSeconds);
    }

    [Fact]
    public void What_is_reserved_for_the_forwarder_is_also_its_most()
    {
        var settings = Deployed with { BatchSize = 10 };

        Broken(settings with { ForwarderConcurrency = 20 }).ShouldBeNull();
        Broken(settings with { ForwarderConcurrency = 1 }).ShouldBe(Limit.ForwarderConcurrency);

        Limit? Broken(PipelineSettings tried) => Verdict.Of(Simulation.Run(Pattern.Steady(1_000), tried), tried).Broken;
    }

    [Fact]
    public void Processes_that_wait_are_there_before_the_ramp()
    {
        var spot = Pattern.Spot(500, 50_000);
        var wide = new PipelineSettings { Concurrency = 20_000, TableWrites = 100_000, WarmWrites = 100_000, FirehoseMebibytes = 100 };
        var sudden = spot with { Peak = 150_000 };

        Simulation.Run(sudden, wide with { TableWrites = 400_000, WarmWrites = 400_000 })
            .First(moment => moment.Throttled > 0).ThrottledBy.ShouldBe(Limit.Ramp);
        Simulation.Run(sudden, wide with { TableWrites = 400_000, WarmWrites = 400_000, ProvisionedConcurrency = 16_000 })
            .Sum(moment => moment.Throttled).ShouldBe(0);
    }

    [Fact]
    public void The_same_seed_plays_the_same_and_another_does_not()
    {
        var spot = Pattern.Spot(100, 10_000);

        Simulation.Run(spot, Deployed, seed: 7).ShouldBe(Simulation.Run(spot, Deployed, seed: 7));
        Simulation.Run(spot, Deployed, seed: 8).ShouldNotBe(Simulation.Run(spot, Deployed, seed: 7));
    }

    [Fact]
    public void Every_hit_is_delivered_on_its_way_set_aside_lost_or_unanswered_at_every_second()
    {
        var random = new Random(20_261_127);
        for (var run = 0; run < 200; run++)
        {
            var (pattern, settings) = (AnyPattern(random), AnySettings(random));
            FirstUnbalanced(Simulation.Run(pattern, settings, seed: run)).ShouldBeNull($"{pattern} {settings}");
        }
    }

    private static Moment? FirstUnbalanced(IReadOnlyList<Moment> moments)
    {
        long arrived = 0, ended = 0;
        foreach (var moment in moments)
        {
            arrived += moment.Arrivals;
            ended += moment.Delivered + moment.SetAside + moment.Lost + moment.Throttled;
            long[] ends = [moment.Delivered, moment.SetAside, moment.Lost, moment.Throttled];
            long[] places = [moment.Writing, moment.InStream, moment.Buffered];
            if (ends.Concat(places).Min() < 0 || arrived != ended + places.Sum())
            {
                return moment;
            }
        }

        return null;
    }

    private static Pattern AnyPattern(Random random)
    {
        var start = Math.Pow(10, random.NextDouble() * 4);
        return random.Next(3) switch
        {
            0 => Pattern.Steady(start, 2_000),
            1 => Pattern.Spot(start, start * 100, 2_000),
            _ => Pattern.Morning(start, start * 10, 6_000),
        };
    }

    private static PipelineSettings AnySettings(Random random) => new()
    {
        IsLargeRegion = random.Next(2) == 0,
        ProvisionedWrites = random.Next(3) == 0 ? (random.Next(1, 1_000), random.Next(1_000, 40_000)) : null,
        WarmWrites = random.Next(4_000, 50_000),
        Concurrency = random.Next(1, 5_000),
        ForwarderConcurrency = random.Next(2) == 0 ? 1 : 0,
        ParallelizationFactor = random.Next(1, 11),
        BatchSize = random.Next(1, 10_001),
        WindowSeconds = random.Next(0, 301),
        RecordAgeSeconds = random.Next(2) == 0 ? random.Next(60, 600) : 23 * 3_600,
        BufferSeconds = random.Next(0, 901),
        BufferMebibytes = random.Next(1, 129),
    };
}
