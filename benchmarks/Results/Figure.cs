using System.Globalization;

namespace Benchmarks.Results;

/// <summary>How numbers are written: three digits or more, so that tables stay readable.</summary>
internal static class Figure
{
    public static string Of(double value) => value.ToString(
        Math.Abs(value) switch
        {
            >= 100 => "#,0",
            >= 10 => "0.0",
            0 => "0",
            < 0.1 => "0.0000",
            _ => "0.00",
        },
        CultureInfo.InvariantCulture);

    /// <summary>The quartiles; empty where all rounds gave the same.</summary>
    public static string QuartilesOf(Spread spread) =>
        Of(spread.Low) == Of(spread.High) ? "" : $"{Of(spread.Low)} to {Of(spread.High)}";
}
