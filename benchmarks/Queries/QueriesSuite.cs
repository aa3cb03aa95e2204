using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Analytics;
using Benchmarks.Results;
using LocalAthena;
using LocalEmulator;
using Testing;

namespace Benchmarks.Queries;

/// <summary>How long the queries of athena/queries take over delivered files, beside DuckDB's own client.</summary>
internal static class QueriesSuite
{
    public const string About =
        """
        Every query of athena/queries over the same delivered files: by LocalAthena, which takes Athena's SQL as it stands, and by DuckDB's own
        client for Node.js, which reads the files with `read_csv` and gets macros for the functions that it has not. Their answers are compared
        first. The files are read once, before the first query; "from the shell" is a command from its start to its end, files included.
        """;

    private const string FromTheShell = "animals";

    public static async Task<IReadOnlyList<Comparison>> MeasureAsync(Bench bench)
    {
        var hits = bench.Size(100_000, 500);
        var data = bench.NewFolder("queries");
        var bucket = Path.Combine(data, "s3", Names.LocalBucket);
        await DeliveredFiles.WriteAsync(bucket, hits, TimeProvider.System.GetUtcNow());
        var script = Path.Combine(await bench.Programs.InstallAsync("benchmarks", "Peers"), "queries.mjs");
        string[] arguments = ["--no-deprecation", script, bucket, Repository.Find("athena")];
        using var node = Worker.Start("node", arguments);
        await using var ours = new OurQueries(bucket);

        var comparisons = new List<Comparison>
        {
            await CompareAsync(
                FormattableString.Invariant($"reading the files of {hits:#,0} hits"), async () => await ours.LoadAsync(), () => node.Ask("load")),
            await ShellAsync(bench, arguments, data),
        };
        foreach (var path in Directory.GetFiles(Repository.Find("athena", "queries"), "*.sql").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var sql = await File.ReadAllTextAsync(path);
            Same(name, await ours.AnswerAsync(sql), node.AskText($"answer {name}"));
            comparisons.Add(await CompareAsync(name, () => ours.TimeAsync(sql), () => node.Ask($"query {name}")));
        }

        return comparisons;

        async Task<Comparison> CompareAsync(string what, Func<Task<double>> oursAsync, Func<double> theirs)
        {
            List<Func<Task<double>>> candidates = [oursAsync, () => Task.FromResult(theirs())];
            return Of(what, await bench.InTurnsAsync(what, bench.Rounds(7), candidates, timeAsync => timeAsync()));
        }
    }

    private static async Task<Comparison> ShellAsync(Bench bench, string[] arguments, string data)
    {
        List<(string Program, string[] Arguments)> commands =
        [
            ("dotnet", [Repository.FunctionAssembly("LocalEmulator"), "query", FromTheShell, "--data", data]),
            ("node", [.. arguments, FromTheShell]),
        ];
        var times = await bench.InTurnsAsync("A query from the shell", bench.Rounds(5), commands, async command =>
        {
            var started = Stopwatch.GetTimestamp();
            await ProgramRun.OutputAsync(command.Program, command.Arguments);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });
        return Of($"{FromTheShell} from the shell", times);
    }

    private static Comparison Of(string what, IReadOnlyList<IReadOnlyList<double>> times) =>
        new(what, "ms", [new Series("LocalAthena", times[0]), new Series("DuckDB on Node.js", times[1])]);

    /// <summary>Both have to answer alike: the same rows in the same order, numbers as numbers.</summary>
    private static void Same(string query, QueryAnswer ours, string theirs)
    {
        var rows = JsonSerializer.Deserialize<List<List<string?>>>(theirs)!;
        var differing = ours.Rows.Zip(rows).FirstOrDefault(pair => !pair.First.Zip(pair.Second).All(cells => IsSame(cells.First, cells.Second)));
        if (ours.Rows.Count != rows.Count || differing.First is not null)
        {
            throw new InvalidOperationException(
                $"{query} has {ours.Rows.Count} rows and its peer's answer {rows.Count}; one is\n{string.Join('|', differing.First ?? [])}\nand its peer's\n{string.Join('|', differing.Second ?? [])}");
        }
    }

    private static bool IsSame(string? ours, string? theirs) => Number(ours) is { } number
        ? Number(theirs) is { } other && Math.Abs(number - other) <= 1e-9 * Math.Abs(number)
        : ours == theirs || (ours is not null && theirs is not null && ours.StartsWith(theirs, StringComparison.Ordinal) && ours[theirs.Length..].Trim('.', '0').Length == 0);

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
