using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analytics;
using Benchmarks.Start;
using FunctionHosting;
using LocalEmulator;
using LocalEmulator.Services;

// Start to first answer of both published functions, as whole processes, against the same functions on Node.js: in turns, in one run.
const int DefaultRounds = 20;
const string Benchmark = "benchmarks/Start";

var rounds = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : DefaultRounds;
var work = Directory.CreateTempSubdirectory("start-benchmark-");
try
{
    var peer = Repository.Find(Benchmark, "peer");
    if (!Directory.Exists(Path.Combine(peer, "node_modules")))
    {
        await Tool.RunAsync("npm", ["ci", "--no-audit", "--no-fund"], peer);
    }

    using var failure = new FailureSignal();
    await using var dynalite = await NodeProcess.StartAsync("dynalite.mjs", [work.FullName], CancellationToken.None);
    using var dynamoDb = LocalClients.DynamoDb(dynalite.Address);
    await new LocalTables(dynamoDb).PrepareAsync(CancellationToken.None);
    await using var firehose = await LoopbackServer.StartAsync(AcceptingFirehose.HandleAsync, failure, CancellationToken.None);

    Console.WriteLine($"{rounds} starts of each, milliseconds from the process's start to its first answer");
    Console.WriteLine($"{"",-26}{"ours",9}{"Node.js",9}{"ratio",8}");
    foreach (var contest in new[]
    {
        new Contest(
            Names.SkillAssembly, "skill.mjs", () => Events.Skill(Repository.Find("samples", "requests", "pet-match-completed-match.json"))),
        new Contest(Names.ForwarderAssembly, "forwarder.mjs", Events.Stream),
    })
    {
        var ours = Path.Combine(work.FullName, contest.Function);
        await Tool.RunAsync("dotnet", ["publish", Repository.Find("src", contest.Function), "-c", "Release", "-o", ours], Repository.Root);
        var variables = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL_DYNAMODB"] = dynalite.Address,
            ["AWS_ENDPOINT_URL_FIREHOSE"] = firehose.Address,
            [Variables.SkillId] = Events.SkillId(contest.Event()) ?? "*",
            [Variables.AttributesTable] = Names.AttributesTable,
            [Variables.HitsTable] = Names.HitsTable,
            [Variables.BreedsTable] = Names.BreedsTable,
            ["BREED_KEY"] = BreedCatalog.KeyAttribute,
            ["BREED_VALUE"] = BreedCatalog.ValueAttribute,
            [Variables.DeliveryStream] = Names.DeliveryStream,
            ["COLUMNS"] = string.Join(',', Columns.All.Select(column => column.Name)),
        };
        var (our, theirs) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var first = await StartAsync("dotnet", Path.Combine(ours, $"{contest.Function}.dll"), contest, variables);
            var second = await StartAsync("node", Path.Combine(peer, contest.Peer), contest, variables);
            if (round >= 0)
            {
                our.Add(first);
                theirs.Add(second);
            }
        }

        var (ourMedian, theirMedian) = (Median(our), Median(theirs));
        Console.WriteLine($"{contest.Function,-26}{ourMedian,9:0}{theirMedian,9:0}{ourMedian / theirMedian,8:0.00}");
    }
}
finally
{
    work.Delete(recursive: true);
}

async Task<double> StartAsync(string program, string script, Contest contest, Dictionary<string, string> variables)
{
    using var failure = new FailureSignal();
    var log = Path.Combine(work.FullName, $"{contest.Function}.{program}.log");
    var function = new LambdaFunction(contest.Function, program, [script], variables, TimeSpan.FromSeconds(30), log);
    var payload = Encoding.UTF8.GetBytes(contest.Event().ToJsonString());
    var started = Stopwatch.GetTimestamp();
    await using var host = await LambdaHost.StartAsync(function, failure, CancellationToken.None);
    var result = await host.InvokeAsync(payload, CancellationToken.None);
    var elapsed = Stopwatch.GetElapsedTime(started);
    return result.Error is null
        ? elapsed.TotalMilliseconds
        : throw new InvalidOperationException($"{program} answered with an error, see {log}: {result.Error}");
}

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
