using System.Globalization;

namespace Benchmarks;

/// <summary>A command line that can't be followed; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    private const int MaxRounds = 10_000, LeastMemory = 128, MostMemory = 10_240; // Lambda: megabytes of a function

    public static string Usage { get; } =
        $"""
        Usage: dotnet run -c Release --project benchmarks -- [SUITE…] [OPTIONS]

        Measures what the documents claim, beside the same work on Node.js, and prints medians, quartiles and ratios. Without a suite, all run,
        and docs/benchmarks gets the table and a chart for each. It publishes what it needs and installs the Node.js packages where they are
        missing; native functions it takes from the folder that NATIVE_FUNCTIONS names, if that is set. It needs Linux, Node.js 20, and clang or gcc.

        {string.Join('\n', Suite.All.Select(suite => $"  {suite.Name,-22}{suite.Title}"))}

          --quick               once and small, to see that all of it works; it publishes nothing
          --rounds N            how often each candidate has its turn (1 to {MaxRounds:#,0}; by the suite)
          --memory MB,…         start: also throttles the functions to the share of a processor that Lambda gives to that memory (as root)
          --output DIR          where table and charts go, for some suites and for --quick, too

        Exit codes: 0 = measured, 1 = something failed, 2 = wrong usage.
        """;

    public bool WantsHelp { get; private init; }

    public IReadOnlyList<Suite> Suites { get; private init; } = [];

    public bool IsQuick { get; private init; }

    public int? Rounds { get; private init; }

    /// <summary>Megabytes whose share of a processor is measured, too.</summary>
    public IReadOnlyList<int> Memory { get; private init; } = [];

    /// <summary>Where table and charts go; null = nowhere.</summary>
    public string? Output { get; private init; }

    /// <exception cref="UsageException">It can't be followed.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var left = new Queue<string>(arguments);
        while (left.TryDequeue(out var argument))
        {
            options = argument switch
            {
                "--help" or "-h" => options with { WantsHelp = true },
                "--quick" => options with { IsQuick = true },
                "--rounds" => options with { Rounds = Number(argument, Value(argument), 1, MaxRounds) },
                "--memory" => options with { Memory = [.. Value(argument).Split(',').Select(size => Number(argument, size, LeastMemory, MostMemory))] },
                "--output" => options with { Output = Value(argument) },
                var name => options with { Suites = [.. options.Suites, SuiteOf(name)] },
            };
        }

        return options.Suites.Count > 0 ? options : options with
        {
            Suites = Suite.All,
            Output = options.Output ?? (options.IsQuick ? null : LocalEmulator.Repository.Find("docs", "benchmarks")),
        };

        string Value(string option) => left.TryDequeue(out var value) ? value : throw new UsageException($"{option} needs a value.");
    }

    private static Suite SuiteOf(string name) => Suite.All.FirstOrDefault(suite => suite.Name == name)
        ?? throw new UsageException($"'{name}' is no option and no suite; the suites are {string.Join(", ", Suite.All.Select(suite => suite.Name))}.");

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"{name} is '{value}': it has to be a whole number from {least} to {most}.");
}
