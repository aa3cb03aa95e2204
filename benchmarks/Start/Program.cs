using System.Globalization;
using Analytics;
using Benchmarks.Start;
using FunctionHosting;
using LocalAws.DynamoDb;
using LocalAws.Hosting;
using LocalEmulator.Services;

const string Usage =
    """
    Usage: dotnet run -c Release --project benchmarks/Start -- [ROUNDS] [--memory MEGABYTES,…]

    Starts both functions ROUNDS times (20 by default): as native code, as assemblies and on Node.js, beside a bare native program, in turns.
    It tells the time from a start to its first answer, the processor time of a warm answer, the memory until the first, and the package's size.
    It publishes them first, and installs the Node.js packages where they are missing.

    --memory 128,256   throttles each process after its start to the share of a processor that Lambda gives to that memory (Linux, as root)
    """;
const int WarmInvocations = 20;
const int WarmProcessorInvocations = 1_000;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (Options.Parse(args) is not { } options)
{
    Console.WriteLine(Usage);
    return args is ["--help" or "-h"] ? 0 : 1;
}

var work = Directory.CreateTempSubdirectory("start-benchmark-");
try
{
    var packages = new Packages(work.FullName);
    var contests = await packages.BuildAsync();
    await using var dynalite = await Dynalite.StartAsync(work.FullName, CancellationToken.None);
    using var dynamoDb = LocalClients.DynamoDb(dynalite.Address);
    await new LocalTables(dynamoDb, SkillDefinition.PetMatch).PrepareAsync(CancellationToken.None);
    await using var firehose = await LoopbackServer.StartAsync(AcceptingFirehose.HandleAsync, error => throw error, CancellationToken.None);
    foreach (var contest in contests)
    {
        var run = new FunctionRun(contest, VariablesOf(contest, dynalite.Address, firehose.Address), work.FullName);
        if (options.Memory is [])
        {
            await PrintStartsAsync(contest, run, packages);
        }

        foreach (var megabytes in options.Memory)
        {
            await PrintThrottledAsync(contest, run, megabytes);
        }
    }

    return 0;
}
finally
{
    work.Delete(recursive: true);
}

async Task PrintStartsAsync(Contest contest, FunctionRun run, Packages packages)
{
    var times = contest.Candidates.ToDictionary(candidate => candidate, _ => new List<double>());
    var measured = new Dictionary<Candidate, (long PeakMemory, double WarmProcessorTime)>();
    foreach (var candidate in contest.Candidates)
    {
        measured[candidate] = await run.MeasureAsync(candidate, WarmProcessorInvocations);
    }

    for (var round = 0; round < options.Rounds; round++)
    {
        foreach (var candidate in contest.Candidates)
        {
            times[candidate].Add(await run.StartAsync(candidate));
        }
    }

    Console.WriteLine($"{contest.Function}, {options.Rounds} starts of each in turns");
    Console.WriteLine($"{"",-22}{"start to first answer",24}{"native to it",14}{"warm answer",16}{"peak memory",14}{"package",11}");
    var native = Statistics.Median(times[contest.Candidates[0]]);
    foreach (var candidate in contest.Candidates)
    {
        var median = Statistics.Median(times[candidate]);
        Console.WriteLine(
            $"{candidate.Name,-22}{median,21:0.0} ms{native / median,14:0.000}{measured[candidate].WarmProcessorTime,9:0.00} ms CPU"
            + $"{measured[candidate].PeakMemory / 1024.0 / 1024,10:0} MiB{packages.ZipBytes(candidate.Package) / 1e6,8:0.0} MB");
    }
}

async Task PrintThrottledAsync(Contest contest, FunctionRun run, int megabytes)
{
    Console.WriteLine($"{contest.Function} at {megabytes} MB, {options.Rounds} starts of each in turns");
    Console.WriteLine($"{"",-22}{"start, unthrottled",21}{"first answer",15}{"warm answer",14}");
    var times = contest.Candidates.ToDictionary(candidate => candidate, _ => new List<(double Start, double First, double Warm)>());
    using var quota = new CpuQuota(megabytes);
    for (var round = 0; round < options.Rounds; round++)
    {
        foreach (var candidate in contest.Candidates)
        {
            times[candidate].Add(await run.ThrottledAsync(candidate, quota, WarmInvocations));
        }
    }

    foreach (var (candidate, measured) in times)
    {
        Console.WriteLine(
            $"{candidate.Name,-22}{Statistics.Median(measured.Select(time => time.Start)),18:0.0} ms"
            + $"{Statistics.Median(measured.Select(time => time.First)),12:0.0} ms{Statistics.Median(measured.Select(time => time.Warm)),11:0.0} ms");
    }
}

static Dictionary<string, string> VariablesOf(Contest contest, string dynamoDb, string firehose) => new()
{
    ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamoDb,
    ["AWS_ENDPOINT_URL_FIREHOSE"] = firehose,
    [Variables.SkillId] = Events.SkillId(contest.Event()) ?? "*",
    [Variables.AttributesTable] = Names.AttributesTable,
    [Variables.HitsTable] = Names.HitsTable,
    [Variables.BreedsTable] = Names.BreedsTable,
    ["BREED_KEY"] = BreedCatalog.KeyAttribute,
    ["BREED_VALUE"] = BreedCatalog.ValueAttribute,
    [Variables.DeliveryStream] = Names.DeliveryStream,
    ["COLUMNS"] = string.Join(',', Columns.All.Select(column => column.Name)),
};
