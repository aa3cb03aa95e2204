using Benchmarks.Results;

namespace Benchmarks;

/// <summary>What every suite works with.</summary>
/// <param name="options">What the command line asks for.</param>
/// <param name="work">A folder for this run's files.</param>
/// <param name="note">Is told what happens.</param>
internal sealed class Bench(Options options, string work, Action<string> note)
{
    public Options Options => options;

    public Programs Programs { get; } = new(options.IsQuick, Path.Combine(work, "programs"), note);

    /// <summary>Makes a folder of its own.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(work, $"{name}-{Guid.NewGuid():N}")).FullName;

    /// <summary>A size: of a full run, or of a quick one.</summary>
    public int Size(int full, int quick) => options.IsQuick ? quick : full;

    public int Rounds(int full, int quick = 2) => options.Rounds ?? Size(full, quick);

    /// <summary>Lets candidates have their turns, and gives what was measured of each; several things may be measured in one turn.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<T>>> InTurnsAsync<TCandidate, T>(
        string what, int rounds, IReadOnlyList<TCandidate> candidates, Func<TCandidate, Task<T>> measureAsync)
    {
        note($"{what}, {rounds} rounds");
        var measured = candidates.Select(_ => new List<T>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            // Every other round goes backwards, so that nobody always comes first.
            foreach (var place in Enumerable.Range(0, candidates.Count).Select(place => round % 2 == 0 ? place : candidates.Count - 1 - place))
            {
                measured[place].Add(await measureAsync(candidates[place]));
            }
        }

        return measured;
    }

    /// <summary>Runs the suites that are asked for, one after the other.</summary>
    public static async Task RunAsync(Options options, TextWriter output, Action<string> note)
    {
        var work = Directory.CreateTempSubdirectory("petmatch-benchmarks-");
        try
        {
            var bench = new Bench(options, work.FullName, note);
            var results = new List<SuiteResult>();
            foreach (var suite in options.Suites)
            {
                note(suite.Title);
                results.Add(new SuiteResult(suite, await suite.MeasureAsync(bench)));
                await output.WriteLineAsync(TextReport.Of(results[^1]));
            }

            var folder = options.Output ?? Path.Combine(work.FullName, "output"); // a run that keeps nothing writes it all the same
            await MarkdownReport.WriteAsync(folder, await Machine.DescribeAsync(TimeProvider.System), results);
            if (options.Output is not null)
            {
                note($"Written to {folder}");
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
