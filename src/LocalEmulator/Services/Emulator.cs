using AlexaSkill.DynamoDb;
using Amazon.DynamoDBv2;
using Amazon.S3;
using Analytics;
using LocalAws;
using LocalAws.Hosting;
using LocalAws.Lambda;

namespace LocalEmulator.Services;

/// <summary>The skill, the forwarder and everything they need, running on one machine.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private readonly EmulatorOptions options;
    private readonly DataFolder folder;
    private readonly Lazy<AmazonS3Client> s3;
    private LocalCloud? cloud;
    private AmazonDynamoDBClient? dynamoDb;
    private LoopbackServer? persistence;
    private LambdaHost? forwarder;
    private LambdaHost? skill;

    private Emulator(EmulatorOptions options)
    {
        (this.options, folder) = (options, DataFolder.Lock(options.DataDirectory));
        s3 = new(() => LocalClients.S3(cloud!.S3Address));
    }

    /// <summary>The folder that everything is kept in.</summary>
    public string DataDirectory => folder.Root;

    /// <summary>The folder with the bucket's objects.</summary>
    public string BucketDirectory => DataFolder.BucketOf(folder.Root, Skill);

    /// <summary>The skill that runs.</summary>
    public SkillDefinition Skill => options.Skill;

    /// <summary>A client of DynamoDB; what it writes reaches the stream.</summary>
    public IAmazonDynamoDB DynamoDb => dynamoDb!;

    public IAmazonS3 S3 => s3.Value;

    public LocalCloudCounters Counters => cloud!.Counters;

    public static async Task<Emulator> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        var emulator = new Emulator(options);
        try
        {
            await emulator.StartAsync(cancellationToken);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends an Alexa request through the skill: gives its response, or why the function failed.</summary>
    public Task<InvocationResult> InvokeSkillAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
        skill!.InvokeAsync(request, cancellationToken);

    /// <summary>Does work with the emulator's clients that ends with a clear error once a part cannot go on.</summary>
    public Task GuardAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        cloud!.GuardAsync(work, cancellationToken);

    /// <summary>Waits until all hits are in the bucket, without waiting for windows and buffers to fill.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) => cloud!.DrainAsync(cancellationToken);

    /// <summary>Starts one more process of the forwarder, with a quarantine of its own.</summary>
    public Task<LambdaHost> StartForwarderAsync(string quarantinePrefix, CancellationToken cancellationToken) => cloud!.StartFunctionAsync(
        Deployed.Forwarder(Skill, quarantinePrefix) with { LogPath = folder.Find("logs", "redrive.log") }, cancellationToken);

    /// <summary>Kills the forwarder in an invocation, a fault to be survived; false where it was in none.</summary>
    public bool KillForwarder() => forwarder!.KillBusy();

    /// <summary>The endpoint for further clients of DynamoDB.</summary>
    public string DynamoDbAddress => cloud!.DynamoDbAddress;

    /// <summary>The endpoint for further clients of S3.</summary>
    public string S3Address => cloud!.S3Address;

    /// <summary>The endpoint for further clients of Firehose.</summary>
    public string FirehoseAddress => cloud!.FirehoseAddress;

    /// <summary>Ends S3: a fault after which the emulator has to be started again.</summary>
    public void EndS3() => cloud!.EndS3();

    /// <summary>Ends everything at once, as a crash would.</summary>
    public async Task KillAsync()
    {
        await cloud!.KillAsync();
        await DisposeAsync();
    }

    /// <summary>Ends everything; the next emulator delivers what this one has not.</summary>
    public async ValueTask DisposeAsync()
    {
        await (cloud?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (persistence?.DisposeAsync() ?? ValueTask.CompletedTask);
        dynamoDb?.Dispose();
        if (s3.IsValueCreated)
        {
            s3.Value.Dispose();
        }

        folder.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        folder.RefuseEarlierLayout();
        cloud = await LocalCloud.StartAsync(
            new LocalCloudOptions(folder.Root)
            {
                Buckets = [Skill.Names.LocalBucket],
                Table = new StreamedTable(Skill.Names.HitsTable, Columns.RequestId, token => DeliveredHits.FindMissingAsync(BucketDirectory, token)),
                Delivery = options.Delivery,
                FirehoseFault = options.FirehoseFault,
                Watch = options.Watch,
            },
            cancellationToken);
        dynamoDb = LocalClients.DynamoDb(cloud.DynamoDbAddress);
        var store = new DynamoDbPersistenceAdapter(DynamoDb, new DynamoDbPersistenceOptions(Skill.Names.AttributesTable));
        persistence = await LoopbackServer.StartAsync(new PersistenceServiceEndpoint(store).HandleAsync, cloud.Report, cancellationToken);
        var tables = cloud.GuardAsync(new LocalTables(DynamoDb, Skill).PrepareAsync, cancellationToken);
        await Task.WhenAll(tables, StartForwarderAsync(cancellationToken), StartSkillAsync(cancellationToken));
    }

    private async Task StartForwarderAsync(CancellationToken cancellationToken)
    {
        var function = Here(Deployed.Forwarder(Skill, Names.QuarantinePrefix));
        forwarder = await cloud!.StartFunctionAsync(function, cancellationToken);
        cloud.MapStream(forwarder, function, options.Mapping, Skill.Names.LocalBucket);
    }

    private async Task StartSkillAsync(CancellationToken cancellationToken)
    {
        var function = Here(Deployed.Skill(Skill, persistence!.Address)) with { Processes = options.SkillProcesses };
        skill = await cloud!.StartFunctionAsync(function, cancellationToken);
    }

    private LambdaFunction Here(LambdaFunction function)
    {
        var variables = function.Environment.ToDictionary();
        foreach (var (name, value) in options.Environment)
        {
            variables[name] = value;
        }

        return function with { Environment = variables, LogPath = folder.Find("logs", $"{function.Name}.log") };
    }
}
