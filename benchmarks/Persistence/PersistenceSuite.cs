using System.Diagnostics;
using System.Text.Json.Nodes;
using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using Amazon.DynamoDBv2.Model;
using Benchmarks.Results;
using LocalAws.DynamoDb;
using LocalEmulator.Services;

namespace Benchmarks.Persistence;

/// <summary>What the DynamoDB adapter costs beside the SDK's own calls, and beside the adapter of the ASK SDK for Node.js.</summary>
internal static class PersistenceSuite
{
    public const string About =
        """
        Reading and saving the attributes of a user in DynamoDB: by the adapter, by the SDK's own calls for the same item, and by
        ask-sdk-dynamodb-persistence-adapter on Node.js; all against the same dynalite.
        """;

    private const string Table = "attributes";
    private const string User = "amzn1.ask.account.BENCHMARK";

    private const string Values =
        """
        {"name":"Ann","visits":17,"since":"2026-01-02T03:04:05Z","isGreeted":true,"lastMatch":{"breed":"Otterhound","size":"large","temperament":"family","energy":"high"},"history":[{"breed":"Papillon","at":1767323045},{"breed":"Beagle","at":1767409445}]}
        """;

    public static async Task<IReadOnlyList<Comparison>> MeasureAsync(Bench bench)
    {
        var peer = await bench.Programs.InstallAsync("benchmarks", "Peers");
        await using var dynalite = await Dynalite.StartAsync(bench.NewFolder("persistence"), CancellationToken.None);
        using var dynamoDb = LocalClients.DynamoDb(dynalite.Address);
        var adapter = new DynamoDbPersistenceAdapter(dynamoDb, new DynamoDbPersistenceOptions(Table));
        await adapter.CreateIfNotExistsAsync();
        using var node = Worker.Start("node", "--no-deprecation", Path.Combine(peer, "persistence.mjs"), dynalite.Address, Table, Values);

        var request = new RequestEnvelope(null, new RequestContext(new SystemState(null, new User(User), null, null, null, null)), null!);
        var attributes = new StoredAttributes(JsonNode.Parse(Values)!.AsObject());
        await adapter.SaveAsync(request, attributes);
        var item = (await dynamoDb.GetItemAsync(new GetItemRequest(Table, Key()))).Item;
        return
        [
            await CompareAsync(
                "get",
                () => adapter.GetAsync(request),
                () => dynamoDb.GetItemAsync(new GetItemRequest { TableName = Table, Key = Key(), ConsistentRead = true })),
            await CompareAsync(
                "save",
                () => adapter.SaveAsync(request, attributes),
                () => dynamoDb.PutItemAsync(new PutItemRequest { TableName = Table, Item = item })),
        ];

        async Task<Comparison> CompareAsync(string operation, Func<Task> ours, Func<Task> bare)
        {
            List<(string Name, Func<int, Task<double>> TimeAsync)> candidates =
            [
                ("the adapter", calls => TimeAsync(ours, calls)),
                ("the SDK's own call", calls => TimeAsync(bare, calls)),
                ("the ASK SDK's adapter on Node.js", calls => Task.FromResult(node.Ask($"{operation} {calls}"))),
            ];
            var (warmup, calls) = (bench.Size(500, 2), bench.Size(100, 5));
            foreach (var (_, timeAsync) in candidates)
            {
                await timeAsync(warmup);
            }

            var times = await bench.InTurnsAsync(
                $"Attributes, {operation}", bench.Rounds(40), candidates, async candidate => 1_000 * await candidate.TimeAsync(calls) / calls);
            return new Comparison(operation, "µs", [.. candidates.Zip(times, (candidate, time) => new Series(candidate.Name, time))]);
        }
    }

    private static Dictionary<string, AttributeValue> Key() => new() { ["id"] = new AttributeValue { S = User } };

    /// <summary>The milliseconds of several calls, one after the other.</summary>
    private static async Task<double> TimeAsync(Func<Task> call, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            await call();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
