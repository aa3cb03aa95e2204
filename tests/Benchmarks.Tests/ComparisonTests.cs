namespace Benchmarks.Tests;

public sealed class ComparisonTests
{
    [Fact]
    public void A_spread_is_the_median_and_the_quartiles() =>
        Spread.Of([5, 1, 4, 2, 3]).ShouldBe(new Spread(Median: 3, Low: 2, High: 4));

    [Fact]
    public void A_quartile_between_two_values_lies_between_them() =>
        Spread.Of([1, 2, 3, 4]).ShouldBe(new Spread(Median: 2.5, Low: 1.75, High: 3.25));

    [Fact]
    public void A_ratio_is_taken_round_by_round()
    {
        // The machine was half as fast in the second round, for both.
        var comparison = new Comparison("work", "ms", [new Series("ours", [10, 20, 10]), new Series("theirs", [30, 60, 40])]);

        comparison.RatioOf(comparison.Series[1]).ShouldBe(new Spread(Median: 3, Low: 3, High: 3.5));
    }

    [Fact]
    public void Of_a_rate_the_ratio_still_says_how_many_times_the_cost()
    {
        var comparison = new Comparison("work", "hits a second", [new Series("ours", [800]), new Series("theirs", [100])], IsRate: true);

        comparison.RatioOf(comparison.Series[1])!.Median.ShouldBe(8);
    }

    [Fact]
    public void The_first_candidate_has_no_ratio_and_nothing_is_divided_by_zero()
    {
        var comparison = new Comparison("work", "bytes", [new Series("ours", [0]), new Series("theirs", [5])]);

        comparison.Series.Select(comparison.RatioOf).ShouldAllBe(ratio => ratio == null);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0123, "0.0123")]
    [InlineData(1.234, "1.23")]
    [InlineData(12.34, "12.3")]
    [InlineData(1234567, "1,234,567")]
    public void Figures_have_three_digits_or_more(double value, string text) => Figure.Of(value).ShouldBe(text);
}
