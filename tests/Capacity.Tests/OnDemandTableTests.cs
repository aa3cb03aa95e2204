namespace Capacity.Tests;

public sealed class OnDemandTableTests
{
    private const int HalfAnHour = 30 * 60;

    [Fact]
    public void A_new_table_takes_4000_writes_on_four_partitions_and_refuses_the_rest()
    {
        var table = new OnDemandTable(new PipelineSettings(), previousPeak: 0);

        table.Write(4_001).ShouldBe(4_000);
        table.Shards.ShouldBe(4);
        table.Limit.ShouldBe(Limit.OnDemandWrites);
    }

    [Fact]
    public void Twice_the_previous_peak_is_taken_at_once() =>
        new OnDemandTable(new PipelineSettings(), previousPeak: 5_000).Write(50_000).ShouldBe(10_000);

    [Fact]
    public void A_new_peak_doubles_what_is_taken_and_splits_the_partitions_after_half_an_hour_and_no_sooner()
    {
        var table = new OnDemandTable(new PipelineSettings(), previousPeak: 0);

        Write(table, 4_000, HalfAnHour);
        table.Room.ShouldBe(4_000);
        Write(table, 4_000, 60);

        table.Room.ShouldBe(8_000);
        table.Shards.ShouldBe(8);
    }

    [Fact]
    public void What_is_taken_at_most_doubles_every_half_hour_until_the_tables_quota()
    {
        var table = new OnDemandTable(new PipelineSettings(), previousPeak: 0);
        List<double> rooms = [];
        for (var time = 0; time < 5; time++)
        {
            rooms.Add(table.Room);
            Write(table, 1_000_000, HalfAnHour + 60);
        }

        rooms.ShouldBe([4_000, 8_000, 16_000, 32_000, 40_000]);
        table.Limit.ShouldBe(Limit.TableQuota);
    }

    [Fact]
    public void A_peak_counts_for_good()
    {
        var table = new OnDemandTable(new PipelineSettings(), previousPeak: 0);
        Write(table, 4_000, 60);
        Write(table, 10, 5 * HalfAnHour);

        table.Room.ShouldBe(8_000);
    }

    [Fact]
    public void A_second_of_traffic_is_no_peak()
    {
        var table = new OnDemandTable(new PipelineSettings(), previousPeak: 0);
        table.Write(4_000);
        Write(table, 60, 2 * HalfAnHour);

        table.Room.ShouldBe(4_000);
    }

    [Fact]
    public void A_warm_table_takes_what_it_is_warm_for() =>
        new OnDemandTable(new PipelineSettings { WarmWrites = 30_000 }, previousPeak: 0).Write(50_000).ShouldBe(30_000);

    private static void Write(OnDemandTable table, long writes, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            table.Write(writes);
        }
    }
}
