namespace Capacity.Tests;

public sealed class ArrivalsTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(50_000)]
    public void Hits_have_their_rate_as_mean_and_about_as_variance(double rate)
    {
        const int Seconds = 20_000;
        var arrivals = new Arrivals(Pattern.Steady(rate, Seconds), seed: 3);
        var hits = Enumerable.Range(0, Seconds).Select(second => (double)arrivals.At(second)).ToArray();

        var mean = hits.Average();
        mean.ShouldBe(rate, tolerance: 5 * Math.Sqrt(rate / Seconds));
        hits.Average(count => (count - mean) * (count - mean)).ShouldBe(rate, tolerance: 0.1 * rate);
    }

    [Fact]
    public void A_spot_brings_a_hundred_times_the_base_within_a_minute()
    {
        var spot = Pattern.Spot(500, 500 * Pattern.SpotFactor);

        spot.RateAt(600).ShouldBe(500);
        spot.RateAt(660).ShouldBe(50_000);
        spot.RateAt(3_599).ShouldBe(500);
    }

    [Fact]
    public void A_morning_rises_for_an_hour_and_falls_for_an_hour()
    {
        var morning = Pattern.Morning(100, 1_000);

        morning.RateAt(30 * 60).ShouldBe(100);
        morning.RateAt(60 * 60).ShouldBe(550);
        morning.RateAt(90 * 60).ShouldBe(1_000);
        morning.RateAt(150 * 60).ShouldBe(550);
        morning.RateAt(180 * 60).ShouldBe(100);
    }
}
