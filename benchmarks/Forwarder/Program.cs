using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Benchmarks.Forwarder;
using LocalEmulator;
using StreamToFirehoseFunction;

// What the forwarder's transform costs beside a bare pass of Utf8JsonReader and beside the published JavaScript handler, all in turns; and
// what it allocates, what Firehose bills and what memory the function needs. An argument names a published StreamToFirehoseFunction.dll.
const int Records = 1_000;
const int Passes = 20;
const int Warmup = 15;
const int Rounds = 41;
const int InvocationBytes = 6 * 1_024 * 1_024; // Lambda: an event's JSON, at most

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = Directory.CreateTempSubdirectory("forwarder-benchmark-");
try
{
    var streamEvent = SampleEvents.Create(Records);
    using var peer = Peer.Start(Repository.Find("benchmarks", "Forwarder", "peer", "peer.mjs"), streamEvent, folder.FullName);
    CompareLines(streamEvent, peer.Lines);
    Console.WriteLine($"{Records} records of {(double)streamEvent.Length / Records:0} bytes, medians of {Rounds} rounds");
    PrintSpeed(streamEvent, peer);
    PrintAllocation(streamEvent);
    foreach (var records in new[] { 100, Records, 4_000 })
    {
        PrintBilling(records);
    }

    var assembly = args.FirstOrDefault() ?? Repository.FunctionAssembly("StreamToFirehoseFunction");
    var peak = await FunctionMemory.MeasureAsync(assembly, SampleEvents.CreateUpTo(InvocationBytes), invocations: 10, folder.FullName);
    Console.WriteLine($"peak memory, ten invocations of 6 MB   {peak / 1024.0 / 1024:0} MiB (aim < 128)");
}
finally
{
    folder.Delete(recursive: true);
}

static void CompareLines(byte[] streamEvent, byte[] peerLines)
{
    // The published handler escapes nothing.
    using var transform = LineTransform.Of(streamEvent);
    var lines = string.Concat(transform.Packs.Select(pack => Encoding.UTF8.GetString(pack.Data))).Replace("\\,", ",", StringComparison.Ordinal).Split('\n');
    var different = lines.Zip(Encoding.UTF8.GetString(peerLines).Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
    if (different.First is not null || lines.Length != Records + 1)
    {
        throw new InvalidOperationException($"Of {lines.Length} lines, one is\n{different.First}\nand its peer's\n{different.Second}");
    }
}

static void PrintSpeed(byte[] streamEvent, Peer peer)
{
    (string Name, Func<double> Time, double? Aim)[] candidates =
    [
        ("this transform, event to packed CSV", () => Time(() => LineTransform.Of(streamEvent).Dispose()), null),
        ("bare Utf8JsonReader pass", () => Time(() => ReadBare(streamEvent)), 0.7),
        ("JavaScript, aws-sdk v2 converter", () => peer.Time("v2", Passes), 4),
        ("JavaScript, @aws-sdk/util-dynamodb v3", () => peer.Time("v3", Passes), 4),
    ];
    var times = Array.ConvertAll(candidates, _ => new double[Rounds]);
    for (var round = -Warmup; round < Rounds; round++)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            times[i][Math.Max(round, 0)] = candidates[i].Time();
        }
    }

    for (var i = 0; i < candidates.Length; i++)
    {
        var ratios = times[i].Select((time, round) => time / times[0][round]).ToArray();
        var speed = 1_000 * Records * Passes;
        var aim = candidates[i].Aim is { } value ? $"   this one has {Median(ratios):0.00} of its speed (aim {value})" : "";
        Console.WriteLine($"{candidates[i].Name,-38} {speed / Median(times[i]),9:0} records/s, best {speed / times[i].Min(),9:0}{aim}");
    }
}

static void PrintAllocation(byte[] streamEvent)
{
    var twice = SampleEvents.Create(2 * Records);
    var more = Enumerable.Range(0, 5).Min(_ => Allocated(twice) - Allocated(streamEvent));
    Console.WriteLine($"allocated a record in steady state     {(double)more / Records:0.000} bytes (aim 0)");
}

static void PrintBilling(int records)
{
    using var lines = LineTransform.Of(SampleEvents.Create(records));
    var bytes = lines.Packs.Sum(pack => (long)pack.Data.Count);
    var ours = lines.Packs.Sum(pack => Billed(pack.Data.Count));
    var single = lines.Packs.SelectMany(pack => pack.Data).Aggregate(
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

static long Allocated(byte[] streamEvent)
{
    var before = GC.GetAllocatedBytesForCurrentThread();
    LineTransform.Of(streamEvent).Dispose();
    return GC.GetAllocatedBytesForCurrentThread() - before;
}

static void ReadBare(byte[] streamEvent)
{
    var reader = new Utf8JsonReader(streamEvent);
    while (reader.Read())
    {
    }
}

static double Time(Action pass)
{
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < Passes; i++)
    {
        pass();
    }

    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
