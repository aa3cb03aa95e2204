using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Analytics;
using LocalAws;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>The emulators of a soak, one after the other on the same folder, and the faults that befall them.</summary>
internal sealed class SoakLives(string dataDirectory, SoakFaults faults, int seed) : IAsyncDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    // Small batches meet many faults, the largest have several Firehose records, which may fail in part.
    private static readonly int[] BatchSizes = [100, 10_000, 1_000];

    private readonly ConcurrentDictionary<SoakFault, int> injected = new();
    private TaskCompletionSource<SoakLife> current = Next();
    private long forwardedBefore;
    private int started;

    /// <summary>How often each fault has occurred.</summary>
    public IReadOnlyDictionary<SoakFault, int> Injected => injected;

    /// <summary>Records that the forwarders have delivered.</summary>
    public long Forwarded =>
        forwardedBefore + (Current is { IsCompletedSuccessfully: true } running ? running.Result.Emulator.Counters.Delivered : 0);

    /// <summary>The running emulator, or the next one where none runs.</summary>
    public Task<SoakLife> Current => Volatile.Read(ref current).Task;

    public void Note(SoakFault fault) => injected.AddOrUpdate(fault, 1, (_, times) => times + 1);

    /// <summary>Starts an emulator; faults that have not occurred yet are due first.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var life = started++;
        var due = faults.Kinds.Where(kind => SoakFaults.IsOfPuts(kind) && !injected.ContainsKey(kind));
        var firehose = new SoakFirehose(faults, seed, life, due, Note);
        var options = new EmulatorOptions(dataDirectory, SkillDefinition.PetMatch)
        {
            SkillProcesses = 2,
            Mapping = Deployed.Mapping with { BatchSize = BatchSizes[life % BatchSizes.Length], Window = Window },
            Delivery = Deployed.Delivery(SkillDefinition.PetMatch) with { BufferBytes = 1 << 20, BufferTime = TimeSpan.FromSeconds(5) }, // so that many objects are written
            FirehoseFault = firehose.HandleAsync,
        };
        var emulator = await Emulator.StartAsync(options, cancellationToken);
        firehose.Open(emulator.KillForwarder);
        current.SetResult(new SoakLife(emulator, LocalClients.DynamoDb(emulator.DynamoDbAddress, retries: 0)));
    }

    /// <summary>Ends the emulator by a fault and starts the next one.</summary>
    public async Task RestartAsync(SoakFault fault, CancellationToken cancellationToken)
    {
        var running = await Current;
        Volatile.Write(ref current, Next());
        forwardedBefore += running.Emulator.Counters.Delivered;
        Note(fault);
        if (fault == SoakFault.Outage)
        {
            await LoseS3Async(running.Emulator, cancellationToken);
        }

        await running.Emulator.KillAsync();
        running.DynamoDb.Dispose();
        await StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Current is { IsCompletedSuccessfully: true } running)
        {
            await (await running).DisposeAsync();
        }
    }

    private static async Task LoseS3Async(Emulator emulator, CancellationToken cancellationToken)
    {
        emulator.EndS3();
        try
        {
            await emulator.DrainAsync(cancellationToken);
        }
        catch (LocalAwsException)
        {
            // It has noticed.
        }
    }

    private static TaskCompletionSource<SoakLife> Next() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>An emulator of a soak, and a client that repeats nothing by itself.</summary>
internal sealed record SoakLife(Emulator Emulator, IAmazonDynamoDB DynamoDb) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        DynamoDb.Dispose();
        await Emulator.DisposeAsync();
    }
}
