using System.Text;
using Analytics;
using Benchmarks.Results;
using LocalAws.Hosting;
using StreamToFirehoseFunction;

namespace Benchmarks.Forwarder;

/// <summary>What the forwarder's transform costs, what Firehose bills for its records, and the memory that large events take.</summary>
internal static class ForwarderSuite
{
    public const string About =
        """
        From the bytes of a stream event to lines of CSV: as it is deployed, and compiled otherwise; beside a pass of `Utf8JsonReader` over the
        same bytes that does nothing with them, and beside the published JavaScript handler's work, by both generations of the AWS SDK. Their
        lines are compared first. Firehose bills a record in steps of 5 KB; the published handler sends each line as a record of its own.
        """;

    private const string Project = "benchmarks/Forwarder/Transform";

    public static async Task<IReadOnlyList<Comparison>> MeasureAsync(Bench bench) =>
    [
        .. await TransformAsync(bench),
        .. new[] { 100, bench.Size(1_000, 200), bench.Size(4_000, 400) }.Select(FirehoseBilling.Compare),
        await MemoryAsync(bench),
    ];

    private static async Task<IReadOnlyList<Comparison>> TransformAsync(Bench bench)
    {
        var (records, passes, warmup) = (bench.Size(1_000, 100), bench.Size(20, 2), bench.Size(15, 1));
        var folder = bench.NewFolder("transform");
        var streamEvent = SampleEvents.Create(records);
        var (eventFile, twiceFile, lines) = (Path.Combine(folder, "event"), Path.Combine(folder, "twice"), Path.Combine(folder, "lines"));
        await File.WriteAllBytesAsync(eventFile, streamEvent);
        await File.WriteAllBytesAsync(twiceFile, SampleEvents.Create(2 * records));
        var peer = await bench.Programs.InstallAsync("benchmarks", "Peers");
        using var node = Worker.Start("node", "--no-deprecation", Path.Combine(peer, "transform.mjs"), eventFile, FunctionVariables.ColumnNames, lines);
        CompareLines(streamEvent, await File.ReadAllTextAsync(lines), records);

        var builds = await BuildAsync(bench);
        var workers = builds.Select(build => (build.Name, Worker: Worker.Start(build.Program, [.. build.Arguments, eventFile]))).ToList();
        try
        {
            List<(string Name, Worker Worker, string Command)> candidates =
            [
                .. workers.Select(worker => ($"the forwarder, {worker.Name}", worker.Worker, "transform")),
                .. workers.Select(worker => ($"a bare pass, {worker.Name}", worker.Worker, "bare")),
                ("the published handler, aws-sdk v2", node, "v2"),
                ("the published handler, AWS SDK v3", node, "v3"),
            ];
            foreach (var (_, worker, command) in candidates)
            {
                worker.Ask($"{command} {warmup * passes}");
            }

            var speeds = await bench.InTurnsAsync("Event to lines", bench.Rounds(31), candidates, candidate =>
                Task.FromResult(1_000 * records * passes / candidate.Worker.Ask($"{candidate.Command} {passes}")));
            using var larger = Worker.Start(builds[0].Program, [.. builds[0].Arguments, twiceFile]);
            var allocated = Enumerable.Range(0, bench.Size(5, 2)).Min(_ => larger.Ask("allocated") - workers[0].Worker.Ask("allocated"));
            return
            [
                new Comparison(
                    FormattableString.Invariant($"an event of {records:#,0} records of {(double)streamEvent.Length / records:#,0} bytes to lines"),
                    "records a second",
                    [.. candidates.Zip(speeds, (candidate, speed) => new Series(candidate.Name, speed))],
                    IsRate: true),
                new Comparison("what one more record allocates", "bytes", [new Series($"the forwarder, {builds[0].Name}", [allocated / records])]),
            ];
        }
        finally
        {
            workers.ForEach(worker => worker.Worker.Dispose());
        }
    }

    /// <summary>The transform's program, compiled in several ways; the first is how the function is deployed.</summary>
    private static async Task<IReadOnlyList<Candidate>> BuildAsync(Bench bench)
    {
        if (bench.Options.IsQuick)
        {
            return [new Candidate("JIT", "dotnet", [Programs.Built("benchmarks", "Forwarder", "Transform", "TransformBenchmark.dll")], "")];
        }

        return
        [
            await NativeAsync("native"),
            await NativeAsync("native, any x86-64", "-p:IlcInstructionSet="),
            await NativeAsync("native, for size", "-p:OptimizationPreference=Size"),
            new Candidate("JIT", "dotnet", [Path.Combine(await bench.Programs.PublishAsync(Project, "-p:Native=false"), "TransformBenchmark.dll")], ""),
        ];

        async Task<Candidate> NativeAsync(string name, params string[] options) =>
            new(name, Path.Combine(await bench.Programs.PublishAsync(Project, options), "TransformBenchmark"), [], "");
    }

    private static void CompareLines(byte[] streamEvent, string peerLines, int records)
    {
        // The published handler escapes nothing.
        using var transform = LineTransform.Of(streamEvent, LineLayout.PetMatch);
        var lines = string.Concat(transform.FirehoseRecords.Select(record => Encoding.UTF8.GetString(record.Span)))
            .Replace("\\,", ",", StringComparison.Ordinal).Split('\n');
        var (ours, theirs) = lines.Zip(peerLines.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
        if (ours is not null || lines.Length != records + 1)
        {
            throw new InvalidOperationException($"Of {lines.Length - 1} lines of {records} records, one is\n{ours}\nand its peer's\n{theirs}");
        }
    }

    private static async Task<Comparison> MemoryAsync(Bench bench)
    {
        var bytes = bench.Size(6 * 1_024 * 1_024, 256 * 1_024); // Lambda: an event's JSON is 6 MB at most
        var invocations = bench.Size(10, 2);
        var streamEvent = SampleEvents.CreateUpTo(bytes);
        await using var firehose = await LoopbackServer.StartAsync(AcceptingFirehose.HandleAsync, error => throw error, CancellationToken.None);
        var candidates = await bench.Programs.FunctionAsync(Names.ForwarderAssembly, "forwarder.mjs");
        var run = new FunctionRun(Names.ForwarderAssembly, () => streamEvent, FunctionVariables.OfForwarder(firehose.Address), bench.NewFolder("memory"));
        var peaks = await bench.InTurnsAsync(
            "Memory of large events", bench.Rounds(3), candidates, candidate => run.PeakMemoryAsync(candidate, invocations));
        return new Comparison(
            FormattableString.Invariant($"peak memory of {invocations} events of {bytes / 1_024:#,0} KiB"),
            "MiB",
            [.. candidates.Zip(peaks, (candidate, peak) => new Series(candidate.Name, peak))]);
    }
}
