namespace Capacity.Tests;

public sealed class ExecutionRampTests
{
    [Fact]
    public void A_function_grows_by_1000_executions_at_once_and_by_1000_in_ten_seconds_from_then_on()
    {
        var ramp = new ExecutionRamp(0);

        var grown = Enumerable.Range(0, 41).Select(_ => ramp.Grow(100_000, 100_000)).ToArray();

        grown[0].ShouldBe(1_000);
        grown[10].ShouldBe(2_000);
        grown[40].ShouldBe(5_000);
    }

    [Fact]
    public void What_was_not_used_does_not_add_up()
    {
        var ramp = new ExecutionRamp(0);
        for (var second = 0; second < 600; second++)
        {
            ramp.Grow(10, 100_000);
        }

        ramp.Grow(100_000, 100_000).ShouldBe(1_010);
    }

    [Fact]
    public void The_account_ends_the_growth() => new ExecutionRamp(0).Grow(500, 10).ShouldBe(10);

    [Fact]
    public void A_short_request_counts_a_tenth_of_an_execution()
    {
        ExecutionRamp.Needed(10_000, seconds: 0.020).ShouldBe(1_000);
        ExecutionRamp.Served(1_000, seconds: 0.020).ShouldBe(10_000);
    }

    [Fact]
    public void A_long_request_counts_its_time()
    {
        ExecutionRamp.Needed(10_000, seconds: 0.5).ShouldBe(5_000);
        ExecutionRamp.Served(1_000, seconds: 0.5).ShouldBe(2_000);
    }
}
