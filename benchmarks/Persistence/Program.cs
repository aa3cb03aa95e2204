using System.Diagnostics;
using System.Text.Json.Nodes;
using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using Amazon.DynamoDBv2.Model;
using LocalAws.DynamoDb;
using LocalEmulator.Services;

const string Usage =
    """
    Usage: dotnet run -c Release --project benchmarks/Persistence

    What the DynamoDB adapter costs beside the bare SDK calls for the same item: both in the same run on the same dynalite, in turns.
    """;
const int Warmup = 500;
const int Rounds = 4_000;
const string Table = "attributes";

if (args is not [])
{
    Console.WriteLine(Usage);
    return args is ["--help" or "-h"] ? 0 : 1;
}

var folder = Directory.CreateTempSubdirectory("persistence-benchmark-");
try
{
    await using var dynalite = await Dynalite.StartAsync(folder.FullName, CancellationToken.None);
    using var dynamoDb = LocalClients.DynamoDb(dynalite.Address);
    var adapter = new DynamoDbPersistenceAdapter(dynamoDb, new DynamoDbPersistenceOptions(Table));
    await adapter.CreateIfNotExistsAsync();

    var request = new RequestEnvelope(
        null, new RequestContext(new SystemState(null, new User("amzn1.ask.account.BENCHMARK"), null, null, null, null)), null!);
    var attributes = new StoredAttributes(JsonNode.Parse(
        """
        {"name":"Ann","visits":17,"since":"2026-01-02T03:04:05Z","isGreeted":true,"lastMatch":{"breed":"Otterhound","size":"large",
        "temperament":"family","energy":"high"},"history":[{"breed":"Papillon","at":1767323045},{"breed":"Beagle","at":1767409445}]}
        """)!.AsObject());
    await adapter.SaveAsync(request, attributes);
    var item = (await dynamoDb.GetItemAsync(new GetItemRequest(Table, Key()))).Item;

    Print("get", await CompareAsync(
        () => dynamoDb.GetItemAsync(new GetItemRequest { TableName = Table, Key = Key(), ConsistentRead = true }),
        () => adapter.GetAsync(request)));
    Print("save", await CompareAsync(
        () => dynamoDb.PutItemAsync(new PutItemRequest { TableName = Table, Item = item }),
        () => adapter.SaveAsync(request, attributes)));
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

static Dictionary<string, AttributeValue> Key() => new() { ["id"] = new AttributeValue { S = "amzn1.ask.account.BENCHMARK" } };

static void Print(string operation, (double Bare, double Adapter) medians)
{
    var ratio = medians.Adapter / medians.Bare;
    Console.WriteLine($"{operation,-5} bare {medians.Bare,6:0.0} µs   adapter {medians.Adapter,6:0.0} µs   ratio {ratio:0.000} (aim 1.15)");
}

static async Task<(double Bare, double Adapter)> CompareAsync(Func<Task> bare, Func<Task> adapter)
{
    var (bareTimes, adapterTimes) = (new double[Rounds], new double[Rounds]);
    for (var round = -Warmup; round < Rounds; round++)
    {
        var (first, second) = round % 2 == 0 ? (bare, adapter) : (adapter, bare);
        var (firstTime, secondTime) = (await TimeAsync(first), await TimeAsync(second));
        if (round >= 0)
        {
            (bareTimes[round], adapterTimes[round]) = round % 2 == 0 ? (firstTime, secondTime) : (secondTime, firstTime);
        }
    }

    return (Median(bareTimes), Median(adapterTimes));
}

static async Task<double> TimeAsync(Func<Task> call)
{
    var start = Stopwatch.GetTimestamp();
    await call();
    return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
}

static double Median(double[] times)
{
    Array.Sort(times);
    return times[times.Length / 2];
}
