using System.Diagnostics;
using System.IO.Compression;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Analytics;
using Benchmarks.Results;
using LocalAws;
using LocalAws.Lambda;
using LocalEmulator.Conversations;
using LocalEmulator.Services;
using Tables;

namespace Benchmarks.Pipeline;

/// <summary>How many hits a second go through the whole pipeline on one machine, with either forwarder.</summary>
internal static class PipelineSuite
{
    public const string About =
        """
        Hits go into the table by BatchWriteItem and come through stream, mapping, forwarder and Firehose to the bucket, where they are counted:
        all on this machine, in the emulated services, with the mapping and the buffer that the stack deploys. The forwarder is ours or the one on
        Node.js; the rest is the same, and most of the time is dynalite's. So the way from the stream on is measured alone as well, with all hits
        in the stream before the forwarder starts to read it.
        """;

    private const int BatchSize = 25; // DynamoDB: items in one BatchWriteItem
    private const int CallsInFlight = 8;
    private const int Seed = 7;

    public static async Task<IReadOnlyList<Comparison>> MeasureAsync(Bench bench)
    {
        var hits = bench.Size(10_000, 200);
        var items = Enumerable.Range(0, hits).Select(number => RandomHits.Item(RandomHits.Create(Seed, number, TimeProvider.System.GetUtcNow()))).ToList();
        var functions = await bench.Programs.FunctionAsync(Names.ForwarderAssembly, "forwarder.mjs");
        Candidate[] candidates = [functions[0], functions[^1]]; // as it is deployed, and its peer
        var text = FormattableString.Invariant($"{hits:#,0} hits");
        return
        [
            await CompareAsync($"{text} from the table to the bucket", isFromStream: false),
            await CompareAsync($"{text} from the stream to the bucket", isFromStream: true),
        ];

        async Task<Comparison> CompareAsync(string what, bool isFromStream)
        {
            var speeds = await bench.InTurnsAsync(
                what, bench.Rounds(5), candidates, candidate => MeasureAsync(bench.NewFolder("pipeline"), candidate, items, isFromStream));
            return new Comparison(
                what,
                "hits a second",
                [.. candidates.Zip(speeds, (candidate, speed) => new Series($"the forwarder, {candidate.Name}", speed))],
                IsRate: true);
        }
    }

    private static async Task<double> MeasureAsync(
        string folder, Candidate candidate, List<Dictionary<string, AttributeValue>> items, bool isFromStream)
    {
        var options = new LocalCloudOptions(folder)
        {
            Buckets = [Names.LocalBucket],
            Table = new StreamedTable(Names.HitsTable, Columns.RequestId),
            Delivery = Deployed.Delivery(SkillDefinition.PetMatch),
        };
        await using var cloud = await LocalCloud.StartAsync(options);
        using var dynamoDb = LocalClients.DynamoDb(cloud.DynamoDbAddress);
        await new LocalTables(dynamoDb, SkillDefinition.PetMatch).PrepareAsync(CancellationToken.None);
        var function = new LambdaFunction(Names.ForwarderAssembly, candidate.Program, candidate.Arguments)
        {
            Environment = FunctionVariables.OfForwarder(),
            Timeout = TimeSpan.FromMinutes(1),
            LogPath = Path.Combine(folder, "forwarder.log"),
        };
        var host = await cloud.StartFunctionAsync(function);
        if (isFromStream)
        {
            await WriteAsync(dynamoDb, items);
        }

        var started = Stopwatch.GetTimestamp();
        cloud.MapStream(host, function, Deployed.Mapping, Names.LocalBucket);
        if (!isFromStream)
        {
            await WriteAsync(dynamoDb, items);
        }

        await cloud.DrainAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var delivered = CountLines(cloud.BucketFolder(Names.LocalBucket));
        return delivered == items.Count
            ? items.Count / seconds
            : throw new InvalidOperationException(
                $"Of {items.Count} hits, {delivered} were delivered. The forwarder's log is\n{await File.ReadAllTextAsync(function.LogPath)}");
    }

    private static Task WriteAsync(AmazonDynamoDBClient dynamoDb, List<Dictionary<string, AttributeValue>> items) => Parallel.ForEachAsync(
        items.Chunk(BatchSize),
        new ParallelOptions { MaxDegreeOfParallelism = CallsInFlight },
        async (batch, cancellationToken) => await Table(dynamoDb).PutBatchAsync(batch, cancellationToken));

    private static DocumentTable<Dictionary<string, AttributeValue>> Table(AmazonDynamoDBClient dynamoDb) => new(
        dynamoDb,
        new DocumentSchema(Names.HitsTable, new TableKey(Columns.RequestId)),
        new DocumentMapping<Dictionary<string, AttributeValue>>(item => item));

    private static int CountLines(string bucket) => Directory
        .EnumerateFiles(bucket, "*.gz", SearchOption.AllDirectories)
        .Sum(path =>
        {
            using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            var count = 0;
            for (; lines.ReadLine() is not null; count++)
            {
            }

            return count;
        });
}
