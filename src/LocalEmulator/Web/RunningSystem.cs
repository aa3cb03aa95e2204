using AlexaSimulator.Sessions;
using Analytics;
using LocalAthena;
using LocalEmulator.Commands;
using LocalEmulator.Conversations;
using LocalEmulator.Query;
using LocalEmulator.Services;
using LocalEmulator.Web.Watch;

namespace LocalEmulator.Web;

/// <summary>The whole system, started once, with what the console needs around it.</summary>
internal sealed class RunningSystem : IAsyncDisposable
{
    private const int SkillProcesses = 2; // somebody talks while conversations are generated

    private readonly SemaphoreSlim opening = new(1);
    private AthenaEngine? engine;

    private RunningSystem(Emulator emulator, PipelineWatch watch, FaultSwitches faults)
    {
        (Emulator, Watch, Faults) = (emulator, watch, faults);
        Load = new LoadGenerator(emulator, watch);
    }

    public Emulator Emulator { get; }

    public PipelineWatch Watch { get; }

    public FaultSwitches Faults { get; }

    public LoadGenerator Load { get; }

    /// <summary>What a page that watches is told now.</summary>
    public WatchState State => Watch.State(Faults.State, Load.State);

    /// <summary>Starts everything.</summary>
    public static async Task<RunningSystem> StartAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var watch = new PipelineWatch(TimeProvider.System);
        var faults = new FaultSwitches(watch);
        var options = new EmulatorOptions(dataDirectory, SkillDefinition.PetMatch)
        {
            SkillProcesses = SkillProcesses,
            Mapping = LivelyPipeline.Mapping,
            Delivery = LivelyPipeline.Delivery,
            FirehoseFault = faults.HandleAsync,
            Watch = watch.See,
        };
        var emulator = await Emulator.StartAsync(options, cancellationToken);
        faults.KillForwarder = emulator.KillForwarder;
        await WarmAsync(emulator, cancellationToken);
        return new RunningSystem(emulator, watch, faults);
    }

    /// <summary>Has each process of the skill answer once, so that nobody waits for its first answer; a launch writes no hit.</summary>
    private static async Task WarmAsync(Emulator emulator, CancellationToken cancellationToken)
    {
        var model = PetMatchTalk.Models.Of(Speaker.DefaultLocale);
        var session = new AlexaSession(model, new AlexaOptions());
        var launch = session.Hear(model.Opening).ToUtf8Json();
        await Task.WhenAll(Enumerable.Range(0, SkillProcesses).Select(_ => emulator.InvokeSkillAsync(launch, cancellationToken)));
    }

    /// <summary>SQL over the delivered files; opened when it is first asked for.</summary>
    public async Task<AthenaEngine> EngineAsync(CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            return engine ??= await QueryEngine.StartAsync(SkillDefinition.PetMatch, Emulator.BucketDirectory, cancellationToken);
        }
        finally
        {
            opening.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Load.DisposeAsync();
        await (engine?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Emulator.DisposeAsync();
        opening.Dispose();
    }
}
