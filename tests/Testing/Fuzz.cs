using System.Globalization;
using Xunit;

namespace Testing;

/// <summary>
/// The cases that a fuzz test makes up, each from a seed of its own. The environment variable FUZZ_CASES says how many (a million at night),
/// FUZZ_SEED which is the first.
/// </summary>
public static class Fuzz
{
    /// <summary>The cases' seeds; they end where the test is cancelled.</summary>
    /// <param name="cases">How many, where FUZZ_CASES says nothing else.</param>
    /// <returns>The seeds, each one more than the last.</returns>
    public static IEnumerable<int> Seeds(int cases)
    {
        var (first, count) = (Option("FUZZ_SEED", 4711), Option("FUZZ_CASES", cases));
        for (var seed = first; seed < first + count; seed++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            yield return seed;
        }
    }

    /// <summary>What to say of a case that failed.</summary>
    /// <param name="seed">The case's seed.</param>
    /// <returns>The variables that try the case alone.</returns>
    public static string Alone(int seed) => $"FUZZ_SEED={seed.ToString(CultureInfo.InvariantCulture)} FUZZ_CASES=1";

    private static int Option(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : standard;
}
