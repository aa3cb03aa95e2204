using System.Collections.Concurrent;
using System.Globalization;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>The emulators of a soak, one after the other on the same data folder.</summary>
/// <param name="dataDirectory">The data folder.</param>
/// <param name="faults">What befalls them.</param>
/// <param name="seed">The soak's seed.</param>
/// <param name="failure">Learns if one of them ends and should not.</param>
internal sealed class SoakLives(string dataDirectory, SoakFaults faults, int seed, FailureSignal failure) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<SoakFault, int> injected = new();
    private TaskCompletionSource<SoakEmulator> current = Next();
    private long forwardedBefore;
    private int started;

    /// <summary>How often each fault has occurred.</summary>
    public IReadOnlyDictionary<SoakFault, int> Injected => injected;

    /// <summary>Records that the forwarders have delivered, as far as they could say.</summary>
    public long Forwarded => forwardedBefore + (Current is { IsCompletedSuccessfully: true } running ? running.Result.Forwarded : 0);

    /// <summary>The emulator that runs, or the next one once it does.</summary>
    public Task<SoakEmulator> Current => Volatile.Read(ref current).Task;

    /// <summary>Notes a fault.</summary>
    /// <param name="fault">The fault.</param>
    public void Note(SoakFault fault) => injected.AddOrUpdate(fault, 1, (_, times) => times + 1);

    /// <summary>Starts an emulator.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when it runs.</returns>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        string[] due = [.. faults.Kinds.Where(kind => SoakFaults.IsOfPuts(kind) && !injected.ContainsKey(kind)).Select(SoakFaults.NameOf)];
        string[] arguments =
        [
            "--data", dataDirectory,
            "--faults", faults.ToString(),
            "--seed", seed.ToString(CultureInfo.InvariantCulture),
            "--life", started++.ToString(CultureInfo.InvariantCulture),
            .. due.SelectMany(name => new[] { "--due", name }),
        ];
        current.SetResult(await SoakEmulator.StartAsync(arguments, Note, failure, cancellationToken));
    }

    /// <summary>Ends the emulator by a fault and starts another one.</summary>
    /// <param name="fault">Restart or outage.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when the other one runs.</returns>
    public async Task RestartAsync(SoakFault fault, CancellationToken cancellationToken)
    {
        var running = await Current;
        Volatile.Write(ref current, Next());
        forwardedBefore += running.Forwarded;
        Note(fault);
        await (fault == SoakFault.Outage ? running.EndS3Async() : running.KillAsync());
        await StartAsync(cancellationToken);
    }

    /// <summary>Ends the emulator that runs.</summary>
    /// <returns>A task that completes when it has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Current is { IsCompletedSuccessfully: true } running)
        {
            await (await running).DisposeAsync();
        }
    }

    private static TaskCompletionSource<SoakEmulator> Next() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
