using System.CommandLine;
using AlexaSimulator;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using Analytics;
using FunctionHosting;
using LocalAws.Lambda;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Which skill a command talks to: the emulator's with all its services, or any function with its own interaction models.</summary>
internal sealed class SkillTarget(SkillDefinition skill)
{
    private const string DeliveringElsewhere = "Delivering ... (Ctrl-C ends the wait, and 'serve' goes on delivering)";

    private static readonly TimeSpan AlexasPatience = TimeSpan.FromSeconds(8);

    private readonly Option<string?> function = new("--function")
    {
        Description = $"Another skill in {skill.Title}'s place: an executable, or a .dll for dotnet, that speaks Lambda's Runtime API. "
            + $"It gets this command's environment; nothing of {skill.Title} is started.",
        HelpName = "PATH",
    };

    private readonly Option<string?> models = new("--models")
    {
        Description = "The folder of the other skill's interaction models, each named after its locale, such as en-US.json.",
        HelpName = "DIR",
    };

    /// <summary>Adds the options to a command; one that speaks has a locale, and needs models.</summary>
    public static SkillTarget AddTo(SkillDefinition skill, Command command, Option<string?>? locale = null)
    {
        var target = new SkillTarget(skill);
        command.Add(target.function);
        command.Add(target.models);
        command.Validators.Add(result =>
        {
            var (path, folder) = (result.GetValue(target.function), result.GetValue(target.models));
            var spoken = locale is null ? null : result.GetValue(locale);
            if (target.Flaw(path, folder, speaks: locale is not null, spoken) is { } flaw)
            {
                result.AddError(flaw);
            }
        });
        return target;
    }

    public VoiceModels Models(ParseResult parsed) => Models(parsed.GetValue(models));

    /// <summary>The skill id that requests carry.</summary>
    public string SkillId(ParseResult parsed) =>
        parsed.GetValue(function) is not null && OwnSkillId is { } own && own != "*" ? own : AlexaOptions.SimulatedSkillId;

    public async Task<RunningSkill> StartAsync(ParseResult parsed, string dataDirectory, Terminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(function) is not { } path)
        {
            if (await ServedSystem.FindAsync(dataDirectory, cancellationToken) is { } served)
            {
                return new RunningSkill(served, served.InvokeAsync, token => terminal.WaitAsync(DeliveringElsewhere, _ => served.DrainAsync(token)));
            }

            var emulator = await EmulatorStart.StartAsync(skill, dataDirectory, terminal, cancellationToken);
            return new RunningSkill(emulator, emulator.InvokeSkillAsync, token => terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(token)));
        }

        LambdaHost? host = null;
        await terminal.WaitAsync("Starting ...", async _ => host = await LambdaHost.StartAsync(Function(path, dataDirectory), cancellationToken));
        return new RunningSkill(host!, host!.InvokeAsync, _ => Task.CompletedTask);
    }

    private static string? OwnSkillId => Environment.GetEnvironmentVariable(Variables.SkillId);

    private VoiceModels Models(string? folder) => new(folder ?? Repository.Find(skill.ModelsFolder));

    private static LambdaFunction Function(string path, string dataDirectory)
    {
        var (file, name) = (Path.GetFullPath(path), Path.GetFileNameWithoutExtension(path));
        var (program, arguments) = IsAssembly(path) ? ("dotnet", (string[])[file]) : (file, []);
        return new LambdaFunction(name, program, arguments)
        {
            Environment = new Dictionary<string, string> { [Variables.SkillId] = OwnSkillId ?? AlexaOptions.SimulatedSkillId },
            InheritsAws = true,
            Timeout = AlexasPatience,
            LogPath = Path.Combine(dataDirectory, "logs", $"{name}.log"),
        };
    }

    private static bool IsAssembly(string path) => Path.GetExtension(path).Equals(".dll", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the options; null where nothing is.</summary>
    private string? Flaw(string? path, string? folder, bool speaks, string? locale)
    {
        if (path is null && folder is not null)
        {
            return "--models needs --function: it names the models of another skill.";
        }

        if (path is not null && folder is null && speaks)
        {
            return "--function needs --models: the folder of that skill's interaction models.";
        }

        if (path is not null && Flaw(path) is { } flaw)
        {
            return $"--function is '{path}', but {flaw}; it has to be an executable, or a .dll, that speaks Lambda's Runtime API.";
        }

        return speaks ? LocaleFlaw(folder, locale) : null;
    }

    private string? LocaleFlaw(string? folder, string? locale)
    {
        try
        {
            var known = Models(folder).Locales;
            return locale is null || known.Contains(locale) ? null : $"--locale is '{locale}'; there are models for {string.Join(", ", known)}.";
        }
        catch (SimulatorException unusable)
        {
            return $"--models: {unusable.Message}";
        }
    }

    private static string? Flaw(string path)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return Directory.Exists(path) ? "that is a folder"
            : !File.Exists(path) ? "there is no such file"
            : !IsAssembly(path) && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Executable) == 0 ? "that file is not executable"
            : null;
    }
}

/// <summary>A skill that runs, and what has to happen after the last request.</summary>
internal sealed class RunningSkill(
    IAsyncDisposable owner,
    Func<ReadOnlyMemory<byte>, CancellationToken, Task<InvocationResult>> invoke,
    Func<CancellationToken, Task> finish) : IAsyncDisposable
{
    public Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) => invoke(request, cancellationToken);

    public Task FinishAsync(CancellationToken cancellationToken) => finish(cancellationToken);

    public ValueTask DisposeAsync() => owner.DisposeAsync();
}
