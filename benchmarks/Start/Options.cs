using System.Globalization;

namespace Benchmarks.Start;

/// <summary>What the command line asks for.</summary>
/// <param name="Rounds">Starts of each candidate.</param>
/// <param name="Memory">Megabytes whose share of a processor is measured; none measures unthrottled starts.</param>
internal sealed record Options(int Rounds, IReadOnlyList<int> Memory)
{
    private const int DefaultRounds = 20;

    /// <summary>Reads a command line.</summary>
    /// <returns>The options; null where it asks for help or can't be read.</returns>
    public static Options? Parse(IReadOnlyList<string> arguments) => arguments switch
    {
        [] => new Options(DefaultRounds, []),
        [var rounds] when IsCount(rounds) => new Options(Count(rounds), []),
        ["--memory", var sizes] when sizes.Split(',').All(IsCount) => new Options(DefaultRounds, Sizes(sizes)),
        [var rounds, "--memory", var sizes] when IsCount(rounds) && sizes.Split(',').All(IsCount) => new Options(Count(rounds), Sizes(sizes)),
        _ => null,
    };

    private static int[] Sizes(string sizes) => [.. sizes.Split(',').Select(Count)];

    private static bool IsCount(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;

    private static int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
