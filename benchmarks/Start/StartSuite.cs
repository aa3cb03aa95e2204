using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Analytics;
using Benchmarks.Results;
using LocalAws.DynamoDb;
using LocalAws.Hosting;
using LocalEmulator;
using LocalEmulator.Services;

namespace Benchmarks.Start;

/// <summary>What a start and an answer of both functions cost.</summary>
internal static class StartSuite
{
    public const string About =
        """
        Both functions as native code, which is what is deployed, and as assemblies for the managed runtime; beside the same functions on
        Node.js with ask-sdk-core and the AWS SDK v3, and beside a bare native program that only asks the Runtime API. Tables are dynalite's and
        Firehose takes everything, on the same machine. A warm answer is given twice: by the clock, with the waits for the tables, and by the
        function's own processor time. The package is the zip that is uploaded. Where "throttled" stands, each process was held after its start to
        the share of a processor that Lambda gives to that memory.
        """;

    public static async Task<IReadOnlyList<Comparison>> MeasureAsync(Bench bench)
    {
        var work = bench.NewFolder("start");
        await using var dynalite = await Dynalite.StartAsync(work, CancellationToken.None);
        using var dynamoDb = LocalClients.DynamoDb(dynalite.Address);
        await new LocalTables(dynamoDb, SkillDefinition.PetMatch).PrepareAsync(CancellationToken.None);
        await using var firehose = await LoopbackServer.StartAsync(AcceptingFirehose.HandleAsync, error => throw error, CancellationToken.None);
        var request = Repository.Find("samples", "requests", "pet-match-completed-match.json");
        var comparisons = new List<Comparison>();
        foreach (var (function, script, create) in new (string, string, Func<JsonNode>)[]
        {
            (Names.SkillAssembly, "skill.mjs", () => Events.Skill(request)),
            (Names.ForwarderAssembly, "forwarder.mjs", Events.Stream),
        })
        {
            IReadOnlyList<Candidate> candidates = [.. await bench.Programs.FunctionAsync(function, script), .. await bench.Programs.BareAsync()];
            var variables = FunctionVariables.OfSkill(Events.SkillId(create()), dynalite.Address, firehose.Address);
            var run = new FunctionRun(function, () => Encoding.UTF8.GetBytes(create().ToJsonString()), variables, work);
            comparisons.AddRange(await AnswersAsync(bench, function, candidates, run));
            comparisons.Add(Package(function, candidates, work));
            foreach (var megabytes in bench.Options.Memory)
            {
                comparisons.AddRange(await ThrottledAsync(bench, function, candidates, run, megabytes));
            }
        }

        return comparisons;
    }

    private static async Task<IReadOnlyList<Comparison>> AnswersAsync(
        Bench bench, string function, IReadOnlyList<Candidate> candidates, FunctionRun run)
    {
        var starts = await bench.InTurnsAsync($"Starts of {function}", bench.Rounds(20), candidates, run.StartAsync);
        var warm = await bench.InTurnsAsync(
            $"Answers of {function}",
            Math.Min(bench.Rounds(3), 5),
            candidates,
            candidate => run.WarmAsync(candidate, bench.Size(300, 2), bench.Size(500, 5)));
        return
        [
            Compare($"{function}, start to first answer", "ms", candidates, starts),
            Compare($"{function}, a warm answer by the clock", "ms", candidates, warm, answer => answer.Milliseconds),
            Compare($"{function}, a warm answer's processor time", "ms", candidates, warm, answer => answer.ProcessorMilliseconds),
            Compare($"{function}, peak memory until the first answer", "MiB", candidates, warm, answer => answer.PeakMebibytes),
        ];
    }

    private static async Task<IReadOnlyList<Comparison>> ThrottledAsync(
        Bench bench, string function, IReadOnlyList<Candidate> candidates, FunctionRun run, int megabytes)
    {
        using var quota = new CpuQuota(megabytes);
        var answers = await bench.InTurnsAsync(
            $"Answers of {function} at {megabytes} MB",
            bench.Rounds(5, 1),
            candidates,
            candidate => run.ThrottledAsync(candidate, quota, bench.Size(20, 3)));
        return
        [
            Compare($"{function}, first answer, throttled as at {megabytes} MB", "ms", candidates, answers, answer => answer.First),
            Compare($"{function}, a warm answer, throttled as at {megabytes} MB", "ms", candidates, answers, answer => answer.Warm),
        ];
    }

    private static Comparison Package(string function, IReadOnlyList<Candidate> candidates, string work)
    {
        var zip = Path.Combine(work, "package.zip");
        return new Comparison($"{function}, package", "MB", [.. candidates.Select(candidate => new Series(candidate.Name, [Zipped(candidate.Package)]))]);

        double Zipped(string folder)
        {
            File.Delete(zip);
            ZipFile.CreateFromDirectory(folder, zip, CompressionLevel.Optimal, includeBaseDirectory: false);
            return new FileInfo(zip).Length / 1e6;
        }
    }

    private static Comparison Compare(string what, string unit, IReadOnlyList<Candidate> candidates, IReadOnlyList<IReadOnlyList<double>> values) =>
        Compare(what, unit, candidates, values, value => value);

    private static Comparison Compare<T>(
        string what, string unit, IReadOnlyList<Candidate> candidates, IReadOnlyList<IReadOnlyList<T>> measured, Func<T, double> value) =>
        new(what, unit, [.. candidates.Zip(measured, (candidate, rounds) => new Series(candidate.Name, [.. rounds.Select(value)]))]);
}
