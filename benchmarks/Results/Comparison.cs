namespace Benchmarks.Results;

/// <summary>What was measured of several candidates in turns.</summary>
/// <param name="What">What they did.</param>
/// <param name="Unit">What the values are, such as ms.</param>
/// <param name="Series">A candidate each; the first is the one that the others are held against.</param>
/// <param name="IsRate">Whether more is better.</param>
internal sealed record Comparison(string What, string Unit, IReadOnlyList<Series> Series, bool IsRate = false)
{
    /// <summary>
    /// How many times the first candidate's cost another one has, taken round by round; null for the first itself, and where there is nothing
    /// to divide by.
    /// </summary>
    public Spread? RatioOf(Series series)
    {
        var pairs = Series[0].Rounds.Zip(series.Rounds, (first, other) => IsRate ? (Cost: first, Of: other) : (Cost: other, Of: first)).ToList();
        return ReferenceEquals(series, Series[0]) || pairs.Exists(pair => pair.Of <= 0)
            ? null
            : Spread.Of(pairs.ConvertAll(pair => pair.Cost / pair.Of));
    }
}

/// <summary>What was measured of a candidate, a value for each round.</summary>
internal sealed record Series(string Candidate, IReadOnlyList<double> Rounds);

/// <summary>What a suite has found.</summary>
internal sealed record SuiteResult(Suite Suite, IReadOnlyList<Comparison> Comparisons);
