using System.Collections.Concurrent;
using System.Globalization;
using AlexaSkill.Persistence;
using Amazon.DynamoDBv2;
using Amazon.S3;
using Analytics;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Services;

/// <summary>The skill, the forwarder and everything they need, running on one machine.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private readonly EmulatorOptions options;
    private readonly DataFolder folder;
    private readonly FailureSignal failure = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> loops = [];

    private NodeProcess? dynalite;
    private NodeProcess? s3rver;
    private AmazonDynamoDBClient? dynamoDb;
    private AmazonS3Client? s3;
    private StreamLog? log;
    private DynamoDbStream? stream;
    private FirehoseBuffer? buffer;
    private LoopbackServer? firehose;
    private LoopbackServer? persistence;
    private LambdaHost? forwarder;
    private EventSourceMapping? mapping;
    private LambdaHost? skill;

    private Emulator(EmulatorOptions options) => (this.options, folder) = (options, DataFolder.Lock(options.DataDirectory));

    /// <summary>The folder that everything is kept in.</summary>
    public string DataDirectory => folder.Root;

    /// <summary>The folder in which s3rver keeps the bucket's objects.</summary>
    public string BucketDirectory => folder.Find("s3", Names.LocalBucket);

    /// <summary>A client of DynamoDB; what it writes reaches the stream.</summary>
    public IAmazonDynamoDB DynamoDb => dynamoDb!;

    /// <summary>A client of S3.</summary>
    public IAmazonS3 S3 => s3!;

    /// <summary>What the emulator has seen since it started.</summary>
    public EmulatorCounters Counters
    {
        get
        {
            var (delivered, batches, retries, discarded) = mapping!.Counters;
            return new(stream!.Inserts, delivered, batches, retries, discarded, buffer!.Objects);
        }
    }

    /// <summary>Starts everything.</summary>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Gives up and ends what has been started.</param>
    /// <returns>The running emulator.</returns>
    /// <exception cref="EmulatorException">Something cannot start; the message says what to do.</exception>
    public static async Task<Emulator> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        var emulator = new Emulator(options);
        try
        {
            await emulator.failure.GuardAsync(emulator.StartAsync, cancellationToken);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a request through the skill.</summary>
    /// <param name="request">The Alexa request, JSON.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The Alexa response, or why the function failed.</returns>
    /// <exception cref="EmulatorException">A part of the emulator cannot go on.</exception>
    public Task<InvocationResult> InvokeSkillAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
        skill!.InvokeAsync(request, cancellationToken);

    /// <summary>Does work with the emulator's clients that ends with a clear error once a part of the emulator cannot go on.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes with the work.</returns>
    /// <exception cref="EmulatorException">A part of the emulator cannot go on.</exception>
    public Task GuardAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken) => failure.GuardAsync(work, cancellationToken);

    /// <summary>Waits until everything that is in the stream is in the bucket, without waiting for windows and buffers to fill.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A task that completes when nothing waits.</returns>
    /// <exception cref="EmulatorException">A part of the emulator cannot go on.</exception>
    public Task DrainAsync(CancellationToken cancellationToken) =>
        failure.GuardAsync(
            async token =>
            {
                await mapping!.DrainAsync(token);
                await buffer!.FlushAsync(token);
            },
            cancellationToken);

    /// <summary>Starts one more process of the forwarder, beside the one that works for the mapping.</summary>
    /// <param name="quarantinePrefix">What the keys begin with under which it keeps records that can never become a line.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running function.</returns>
    /// <exception cref="EmulatorException">It does not start.</exception>
    public Task<LambdaHost> StartForwarderAsync(string quarantinePrefix, CancellationToken cancellationToken)
    {
        var function = Forwarder(quarantinePrefix) with { LogPath = folder.Find("logs", "redrive.log") };
        return LambdaHost.StartAsync(function, failure, cancellationToken);
    }

    /// <summary>Kills the forwarder in an invocation: a fault to be survived.</summary>
    /// <returns>Whether it was in one.</returns>
    public bool KillForwarder() => forwarder!.KillBusy();

    /// <summary>Ends S3: a fault that cannot be survived.</summary>
    public void EndS3() => s3rver!.Input.Close();

    /// <summary>Ends everything; what is not delivered stays on disk for the next emulator.</summary>
    /// <returns>A task that completes when all processes have ended.</returns>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await EndAsync(skill, forwarder);
        await Task.WhenAll(loops);
        await EndAsync(stream, firehose, persistence);
        buffer?.Dispose();
        log?.Dispose();
        dynamoDb?.Dispose();
        s3?.Dispose();
        await EndAsync(dynalite, s3rver);
        folder.Dispose();
        failure.Dispose();
        stop.Dispose();
    }

    private static Task EndAsync(params IAsyncDisposable?[] parts) =>
        Task.WhenAll(parts.OfType<IAsyncDisposable>().Select(part => part.DisposeAsync().AsTask()));

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        options.Progress?.Report("Starting DynamoDB and S3 ...");
        await Task.WhenAll(StartDynaliteAsync(cancellationToken), StartS3rverAsync(cancellationToken));
        options.Progress?.Report("Starting the stream and the delivery ...");
        await Task.WhenAll(StartStreamAsync(cancellationToken), StartFirehoseAsync(cancellationToken));
        await StartPersistenceAsync(cancellationToken);
        options.Progress?.Report("Starting the functions ...");
        await Task.WhenAll(StartTablesAsync(cancellationToken), StartForwarderAsync(cancellationToken), StartSkillAsync(cancellationToken));
    }

    private async Task StartDynaliteAsync(CancellationToken cancellationToken)
    {
        dynalite = await NodeProcess.StartAsync("dynalite.mjs", [folder.Find("dynamodb")], cancellationToken);
        Watch(dynalite);
    }

    private async Task StartS3rverAsync(CancellationToken cancellationToken)
    {
        s3rver = await NodeProcess.StartAsync("s3rver.mjs", [folder.Find("s3"), Names.LocalBucket], cancellationToken);
        Watch(s3rver);
        s3 = LocalClients.S3(s3rver.Address);
    }

    private async Task StartStreamAsync(CancellationToken cancellationToken)
    {
        log = new StreamLog(folder.Find("stream"), Names.HitsTable, TimeProvider.System);
        var journal = new WriteJournal(folder.Find("stream", "writes"));
        var key = Columns.All[0].Name;
        var upstream = new Uri(dynalite!.Address);
        stream = await DynamoDbStream.StartAsync(upstream, Names.HitsTable, key, log, journal, failure, cancellationToken);
        dynamoDb = LocalClients.DynamoDb(stream.Address);
    }

    private async Task StartPersistenceAsync(CancellationToken cancellationToken)
    {
        var store = new DynamoDbPersistenceAdapter(DynamoDb, new DynamoDbPersistenceOptions(Names.AttributesTable));
        persistence = await LoopbackServer.StartAsync(new PersistenceServiceEndpoint(store).HandleAsync, failure, cancellationToken);
    }

    private async Task StartFirehoseAsync(CancellationToken cancellationToken)
    {
        buffer = new FirehoseBuffer(folder.Find("firehose"), s3!, options.Buffering ?? BufferSettings.Default, TimeProvider.System);
        var endpoint = new FirehoseEndpoint(buffer);
        RequestDelegate handler = options.FirehoseFault is { } fault
            ? context => fault(context, endpoint.HandleAsync)
            : endpoint.HandleAsync;
        firehose = await LoopbackServer.StartAsync(handler, failure, cancellationToken);
        Supervise("The delivery to the bucket failed", buffer.RunAsync);
    }

    private Task StartTablesAsync(CancellationToken cancellationToken) => new LocalTables(DynamoDb).PrepareAsync(cancellationToken);

    private async Task StartForwarderAsync(CancellationToken cancellationToken)
    {
        var function = Forwarder(Names.QuarantinePrefix);
        forwarder = await LambdaHost.StartAsync(function, failure, cancellationToken);
        var destination = new FailureDestination(s3!, function.Arn, Names.HitsTable, TimeProvider.System);
        var settings = options.Mapping ?? MappingSettings.Default;
        mapping = new EventSourceMapping(log!, forwarder.InvokeAsync, destination.WriteAsync, settings, TimeProvider.System);
        Supervise("The event source mapping failed", mapping.RunAsync);
    }

    private async Task StartSkillAsync(CancellationToken cancellationToken)
    {
        var variables = FunctionVariables.Skill(persistence!.Address);
        var function = Function(
            Names.SkillAssembly, Pipeline.SkillTimeoutSeconds, Pipeline.SkillMemoryMegabytes, options.SkillProcesses, variables);
        skill = await LambdaHost.StartAsync(function, failure, cancellationToken);
    }

    private LambdaFunction Forwarder(string quarantinePrefix) => Function(
        Names.ForwarderAssembly,
        Pipeline.ForwarderTimeoutSeconds,
        Pipeline.ForwarderMemoryMegabytes,
        1,
        FunctionVariables.Forwarder(quarantinePrefix));

    private LambdaFunction Function(
        string name, int timeoutSeconds, int memoryMegabytes, int processes, Dictionary<string, string> variables)
    {
        variables[LambdaEnvironment.MemoryVariable] = memoryMegabytes.ToString(CultureInfo.InvariantCulture);
        variables["DOTNET_TieredPGO"] = "0"; // A local run is too short for profiles to pay.
        variables["AWS_ENDPOINT_URL_DYNAMODB"] = stream!.Address;
        variables["AWS_ENDPOINT_URL_FIREHOSE"] = firehose!.Address;
        variables["AWS_ENDPOINT_URL_S3"] = s3rver!.Address;
        foreach (var (variable, value) in options.Environment ?? new Dictionary<string, string>())
        {
            variables[variable] = value;
        }

        return new LambdaFunction(
            name,
            "dotnet",
            [Repository.FunctionAssembly(name)],
            variables,
            TimeSpan.FromSeconds(timeoutSeconds),
            folder.Find("logs", $"{name}.log"),
            processes);
    }

    private void Watch(NodeProcess service) => Supervise("A service failed", async token =>
    {
        await service.Completion.WaitAsync(token);
        throw service.Ended();
    });

    /// <summary>Does work until the emulator ends; if it fails, the emulator cannot go on.</summary>
    private void Supervise(string what, Func<CancellationToken, Task> work) => loops.Add(UntilItFailsAsync(what, work));

    private async Task UntilItFailsAsync(string what, Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => work(stop.Token));
        await Task.WhenAny(task);
        if (task.IsFaulted)
        {
            failure.Report(what, task.Exception.InnerExceptions[0]);
        }
    }
}
