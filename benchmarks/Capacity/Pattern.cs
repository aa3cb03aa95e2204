namespace Benchmarks.Capacity;

/// <summary>How many hits a second arrive on average, over time.</summary>
internal sealed record Pattern(string Name, double Base, double Peak, int Seconds)
{
    public const string SteadyName = "steady", MorningName = "morning", SpotName = "spot";

    private const int Minute = 60;

    /// <summary>How many times the base rate a TV spot brings within a minute.</summary>
    public const int SpotFactor = 100;

    public const int MorningFactor = 10;

    /// <summary>The same rate all the time.</summary>
    public static Pattern Steady(double rate, int seconds = 60 * Minute) => new(SteadyName, rate, rate, seconds);

    /// <summary>Half an hour of the base rate, an hour's rise to the peak, half an hour of it, an hour's fall, and the base rate.</summary>
    public static Pattern Morning(double start, double peak, int seconds = 240 * Minute) => new(MorningName, start, peak, seconds);

    /// <summary>Ten minutes of the base rate, a rise to the peak within a minute, five minutes of it, and a fall in fifteen.</summary>
    public static Pattern Spot(double start, double peak, int seconds = 60 * Minute) => new(SpotName, start, peak, seconds);

    /// <summary>The mean rate at a second.</summary>
    public double RateAt(int second) => Name switch
    {
        MorningName => Hill(second, 30 * Minute, 60 * Minute, 30 * Minute, 60 * Minute),
        SpotName => Hill(second, 10 * Minute, Minute, 5 * Minute, 15 * Minute),
        _ => Base,
    };

    private double Hill(int second, int before, int rise, int top, int fall)
    {
        var up = Math.Clamp((double)(second - before) / rise, 0, 1);
        var down = Math.Clamp((double)(second - before - rise - top) / fall, 0, 1);
        return Base + ((Peak - Base) * (Smooth(up) - Smooth(down)));
    }

    private static double Smooth(double part) => part * part * (3 - (2 * part));
}
