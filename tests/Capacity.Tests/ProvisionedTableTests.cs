namespace Capacity.Tests;

public sealed class ProvisionedTableTests
{
    [Fact]
    public void Unused_writes_of_five_minutes_are_kept_for_a_burst()
    {
        var table = new ProvisionedTable(new PipelineSettings(), least: 100, most: 100, rateBefore: 0);

        table.Write(1_000).ShouldBe(1_000);
        Enumerable.Range(0, 59).Sum(_ => table.Write(1_000)).ShouldBe((100 * 300) + (100 * 60) - 1_000);
    }

    [Fact]
    public void A_burst_is_no_more_than_the_partition_takes() =>
        new ProvisionedTable(new PipelineSettings(), least: 100, most: 100, rateBefore: 0).Write(5_000).ShouldBe(1_000);

    [Fact]
    public void The_scaling_follows_two_minutes_above_the_target_and_ends_at_the_most()
    {
        var table = new ProvisionedTable(new PipelineSettings(), least: 300, most: 900, rateBefore: 200);
        Write(table, 250, 119);
        table.Capacity.ShouldBe(300);

        Write(table, 250, 1);
        table.Capacity.ShouldBe(Math.Ceiling(250 / 0.7));

        Write(table, 5_000, 60 * 60);
        table.Capacity.ShouldBe(900);
    }

    [Fact]
    public void It_starts_where_its_scaling_has_followed_the_rate_before() =>
        new ProvisionedTable(new PipelineSettings(), least: 100, most: 900, rateBefore: 340).Capacity.ShouldBe(486);

    private static void Write(ProvisionedTable table, long writes, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            table.Write(writes);
        }
    }
}
