using LocalEmulator;
using Testing;

namespace Benchmarks;

/// <summary>Builds what is started, once; a quick run takes what is built already.</summary>
internal sealed class Programs(bool isQuick, string work, Action<string> note)
{
    private readonly Dictionary<string, string> published = new(StringComparer.Ordinal);
    private readonly HashSet<string> installed = new(StringComparer.Ordinal);

    /// <summary>The ways to run a function: as native code, as assemblies and on Node.js.</summary>
    public async Task<IReadOnlyList<Candidate>> FunctionAsync(string function, string script)
    {
        var peer = await InstallAsync("benchmarks", "Start", "peer");
        var assembly = await ManagedAsync(function);
        List<Candidate> candidates =
        [
            new("managed", "dotnet", [assembly], Path.GetDirectoryName(assembly)!),
            new("Node.js", "node", [Path.Combine(peer, script)], peer),
        ];
        if (await NativeAsync(function) is { } native)
        {
            candidates.Insert(0, new("native", native, [], Path.GetDirectoryName(native)!));
        }

        return candidates;
    }

    /// <summary>The least that a native function can be; none in a quick run.</summary>
    public async Task<IReadOnlyList<Candidate>> BareAsync() => isQuick
        ? []
        : await PublishAsync("benchmarks/Start/Bare") is var folder ? [new("a bare native program", Path.Combine(folder, "Bare"), [], folder)] : [];

    /// <summary>Publishes a project, with options that make it different from what is deployed by default.</summary>
    /// <returns>The folder.</returns>
    public async Task<string> PublishAsync(string project, params string[] options)
    {
        var key = $"{project} {string.Join(' ', options)}".TrimEnd();
        if (!published.TryGetValue(key, out var folder))
        {
            note($"Publishing {key}");
            published[key] = folder = Path.Combine(work, $"{published.Count}");
            await ProgramRun.OutputAsync(
                "dotnet", ["publish", project, "-c", "Release", "-o", folder, "-p:RunAnalyzers=false", .. options], Repository.Root);
        }

        return folder;
    }

    /// <summary>Gives a folder of Node.js programs, with its packages.</summary>
    public async Task<string> InstallAsync(params string[] path)
    {
        var folder = Repository.Find(path);
        if (installed.Add(folder) && !File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
        {
            note($"Installing the packages of {string.Join('/', path)}");
            await ProgramRun.OutputAsync("npm", ["ci", "--no-audit", "--no-fund"], folder);
        }

        return folder;
    }

    /// <summary>The benchmarks' own assembly of another program, as it was built beside this one.</summary>
    public static string Built(params ReadOnlySpan<string> path) => Path.Combine(
        Repository.Find(path[..^1]), "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", path[^1]);

    private async Task<string?> NativeAsync(string function) =>
        Environment.GetEnvironmentVariable(NativeFunction.FolderVariable) is { Length: > 0 } folder
            ? Path.Combine(Path.GetFullPath(folder), function, function)
            : isQuick ? null
            : Path.Combine(await PublishAsync($"src/{function}"), function);

    private async Task<string> ManagedAsync(string function) => isQuick
        ? Repository.FunctionAssembly(function)
        : Path.Combine(await PublishAsync($"src/{function}", "-p:Native=false"), $"{function}.dll");
}
