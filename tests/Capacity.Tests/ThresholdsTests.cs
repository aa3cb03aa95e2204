namespace Capacity.Tests;

public sealed class ThresholdsTests
{
    private const int Deviations = 6;

    public static TheoryData<int> All => [.. Enumerable.Range(0, Thresholds.All.Count)];

    [Theory]
    [MemberData(nameof(All))]
    public void The_simulation_breaks_above_a_threshold_by_its_limit_and_not_below(int index)
    {
        var threshold = Thresholds.All[index];
        var noise = Deviations * Math.Sqrt(threshold.HitsASecond);

        Play(threshold, threshold.HitsASecond - noise).ShouldBeNull();
        Play(threshold, threshold.HitsASecond + noise).ShouldBe(threshold.Limit);
    }

    [Fact]
    public void They_are_the_figures_that_the_guide_speaks_of() => Thresholds.All
        .Select(threshold => Math.Floor(threshold.HitsASecond)).Order().ShouldBe([100, 2_912, 4_000, 10_000, 14_563, 40_000]);

    private static Limit? Play(Threshold threshold, double rate)
    {
        var pattern = threshold.Limit == Limit.OnDemandWrites ? Pattern.Spot(rate / 100, rate) : Pattern.Steady(rate);
        return Verdict.Of(Simulation.Run(pattern, threshold.Settings), threshold.Settings).Broken;
    }
}
