using System.Globalization;
using System.Text;
using Analytics;
using Benchmarks.Forwarder;
using LocalEmulator;
using StreamToFirehoseFunction;

const string Usage =
    """
    Usage: dotnet run -c Release --project benchmarks/Forwarder -- [ROUNDS]

    What the forwarder's transform costs, as native code and by the JIT, beside a bare pass of Utf8JsonReader and beside the published
    JavaScript handler, in turns; what it allocates, what Firehose bills, and what memory the deployed function needs. 41 rounds by default.
    It publishes what it needs, and installs the Node.js packages where they are missing.
    """;
const int Records = 1_000;
const int Passes = 20;
const int InvocationBytes = 6 * 1_024 * 1_024; // Lambda: an event's JSON, at most

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [] and not [_] || (args is [var given] && !int.TryParse(given, NumberStyles.None, null, out _)))
{
    Console.WriteLine(Usage);
    return args is ["--help" or "-h"] ? 0 : 1;
}

var rounds = args is [var count] ? int.Parse(count, null) : 41;
var folder = Directory.CreateTempSubdirectory("forwarder-benchmark-");
try
{
    var streamEvent = SampleEvents.Create(Records);
    var eventFile = Write("event.json", streamEvent);
    Console.WriteLine($"{Records} records of {(double)streamEvent.Length / Records:0} bytes, medians of {rounds} rounds");
    await PrintSpeedAsync(eventFile);
    foreach (var records in new[] { 100, Records, 4_000 })
    {
        PrintBilling(records);
    }

    var function = Path.Combine(folder.FullName, "function");
    await Tools.PublishAsync("src/StreamToFirehoseFunction", function);
    foreach (var invocations in new[] { 1, 10 })
    {
        var executable = Path.Combine(function, "StreamToFirehoseFunction");
        var peak = await FunctionMemory.MeasureAsync(executable, SampleEvents.CreateUpTo(InvocationBytes), invocations, folder.FullName);
        Console.WriteLine($"peak memory of the function, {invocations} invocation(s) of 6 MB: {peak / 1024.0 / 1024:0} MiB");
    }

    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

async Task PrintSpeedAsync(string eventFile)
{
    var transform = "benchmarks/Forwarder/Transform";
    var builds = new Dictionary<string, string[]>
    {
        ["native"] = [],
        ["native, any x86-64"] = ["-p:IlcInstructionSet="],
        ["native, for size"] = ["-p:OptimizationPreference=Size"],
        ["JIT"] = ["-p:Native=false"],
    };
    var peer = Repository.Find("benchmarks", "Forwarder", "peer");
    await Tools.InstallAsync(peer);
    var columns = Write("columns.txt", Encoding.UTF8.GetBytes(string.Join('\n', Columns.All.Select(column => column.Name))));
    var lines = Path.Combine(folder.FullName, "lines.csv");
    using var node = Worker.Start("node", "--no-deprecation", Path.Combine(peer, "peer.mjs"), eventFile, columns, lines);
    CompareLines(await File.ReadAllBytesAsync(eventFile), await File.ReadAllBytesAsync(lines));

    List<Worker> workers = [];
    List<(string Name, Worker Worker, string Command)> candidates = [];
    foreach (var (name, options) in builds)
    {
        var output = Path.Combine(folder.FullName, $"transform-{workers.Count}");
        await Tools.PublishAsync(transform, output, options);
        var worker = name == "JIT"
            ? Worker.Start("dotnet", Path.Combine(output, "TransformBenchmark.dll"), eventFile)
            : Worker.Start(Path.Combine(output, "TransformBenchmark"), eventFile);
        workers.Add(worker);
        candidates.Add(($"the forwarder, {name}", worker, "transform"));
        candidates.Add(($"bare Utf8JsonReader pass, {name}", worker, "bare"));
    }

    candidates.Add(("published handler, aws-sdk v2", node, "v2"));
    candidates.Add(("published handler, util-dynamodb v3", node, "v3"));
    PrintRounds(candidates);
    var twice = Write("twice.json", SampleEvents.Create(2 * Records));
    using var larger = Worker.Start(Path.Combine(folder.FullName, "transform-0", "TransformBenchmark"), twice);
    var more = Enumerable.Range(0, 5).Min(_ => larger.Ask("allocated") - workers[0].Ask("allocated"));
    Console.WriteLine($"allocated for a record in steady state, native: {more / Records:0.000} bytes");
    workers.ForEach(worker => worker.Dispose());
}

void PrintRounds(List<(string Name, Worker Worker, string Command)> candidates)
{
    const int Warmup = 15;
    var times = candidates.ConvertAll(_ => new double[rounds]);
    for (var round = -Warmup; round < rounds; round++)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            times[i][Math.Max(round, 0)] = candidates[i].Worker.Ask($"{candidates[i].Command} {Passes}");
        }
    }

    Console.WriteLine($"{"",-40}{"records a second",18}{"best",12}{"native forwarder to it",25}");
    for (var i = 0; i < candidates.Count; i++)
    {
        const int Speed = 1_000 * Records * Passes;
        var ratio = Median([.. times[i].Select((time, round) => time / times[0][round])]);
        Console.WriteLine($"{candidates[i].Name,-40}{Speed / Median(times[i]),18:0}{Speed / times[i].Min(),12:0}{ratio,25:0.00}");
    }
}

string Write(string name, byte[] content)
{
    var path = Path.Combine(folder.FullName, name);
    File.WriteAllBytes(path, content);
    return path;
}

static void CompareLines(byte[] streamEvent, byte[] peerLines)
{
    // The published handler escapes nothing.
    using var transform = LineTransform.Of(streamEvent, LineLayout.PetMatch);
    var lines = string.Concat(transform.FirehoseRecords.Select(record => Encoding.UTF8.GetString(record.Span))).Replace("\\,", ",", StringComparison.Ordinal).Split('\n');
    var different = lines.Zip(Encoding.UTF8.GetString(peerLines).Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
    if (different.First is not null || lines.Length != Records + 1)
    {
        throw new InvalidOperationException($"Of {lines.Length} lines, one is\n{different.First}\nand its peer's\n{different.Second}");
    }
}

static void PrintBilling(int records)
{
    using var lines = LineTransform.Of(SampleEvents.Create(records), LineLayout.PetMatch);
    var bytes = lines.FirehoseRecords.Sum(record => (long)record.Length);
    var ours = lines.FirehoseRecords.Sum(record => Billed(record.Length));
    var single = lines.FirehoseRecords.SelectMany(record => record.ToArray()).Aggregate(
        (Line: 0L, Sum: 0L), (count, next) => next == '\n' ? (0, count.Sum + Billed(count.Line + 1)) : (count.Line + 1, count.Sum)).Sum;
    Console.WriteLine(
        $"Firehose bills a hit, batch of {records,-5}    {(double)ours / records:0} bytes, {(double)ours / bytes:0.000} of the line (aim 1.05 from 1000 on); "
        + $"one record a line: {(double)single / records:0} bytes, {(double)single / bytes:0.0} of it");
}

static long Billed(long recordBytes)
{
    const int Unit = 5 * 1_024; // Firehose bills records in steps of 5 KB
    return (recordBytes + Unit - 1) / Unit * Unit;
}

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
