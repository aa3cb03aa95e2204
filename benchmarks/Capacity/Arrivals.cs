namespace Benchmarks.Capacity;

/// <summary>
/// Hits that arrive independently of each other. Additions and square roots alone make them: the same seed gives the same hits on every
/// machine, where logarithms may differ in their last bit.
/// </summary>
internal sealed class Arrivals(Pattern pattern, int seed)
{
    private const double FewHits = 10;
    private const int Trials = 100;
    private const int Uniforms = 12; // the sum of twelve has variance 1

    private readonly Random random = new(seed);

    public long At(int second)
    {
        var rate = pattern.RateAt(second);
        return rate < FewHits ? Few(rate) : (long)Math.Max(0, Math.Round(rate + (Math.Sqrt(rate) * Deviation())));
    }

    private long Few(double rate)
    {
        var hits = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            hits += random.NextDouble() < rate / Trials ? 1 : 0;
        }

        return hits;
    }

    private double Deviation()
    {
        var sum = 0.0;
        for (var i = 0; i < Uniforms; i++)
        {
            sum += random.NextDouble();
        }

        return sum - (Uniforms / 2.0);
    }
}
