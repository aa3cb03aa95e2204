using System.IO.Compression;
using Analytics;
using LocalEmulator;
using Testing;

namespace Benchmarks.Start;

/// <summary>Builds what is started.</summary>
internal sealed class Packages(string work)
{
    private const string Benchmark = "benchmarks/Start";

    /// <summary>The skill and the forwarder, each as native code, as assemblies and on Node.js, beside a bare native program.</summary>
    public async Task<IReadOnlyList<Contest>> BuildAsync()
    {
        var peer = Repository.Find(Benchmark, "peer");
        if (!Directory.Exists(Path.Combine(peer, "node_modules")))
        {
            await ProgramRun.OutputAsync("npm", ["ci", "--no-audit", "--no-fund"], peer);
        }

        var bare = await NativeAsync("bare native program", Repository.Find(Benchmark, "Bare"), "Bare");
        var request = Repository.Find("samples", "requests", "pet-match-completed-match.json");
        return
        [
            await ContestAsync(Names.SkillAssembly, "skill.mjs", bare, () => Events.Skill(request)),
            await ContestAsync(Names.ForwarderAssembly, "forwarder.mjs", bare, Events.Stream),
        ];

        async Task<Contest> ContestAsync(string function, string script, Candidate limit, Func<System.Text.Json.Nodes.JsonNode> create) => new(
            function,
            [
                await NativeAsync("native", Repository.Find("src", function), function),
                await ManagedAsync(function),
                new Candidate("Node.js", "node", [Path.Combine(peer, script)], peer),
                limit,
            ],
            create);
    }

    /// <summary>What a package has to be uploaded with.</summary>
    /// <returns>The bytes of its zip file.</returns>
    public long ZipBytes(string folder)
    {
        var zip = Path.Combine(work, "package.zip");
        File.Delete(zip);
        ZipFile.CreateFromDirectory(folder, zip, CompressionLevel.Optimal, includeBaseDirectory: false);
        return new FileInfo(zip).Length;
    }

    private async Task<Candidate> NativeAsync(string name, string project, string assembly)
    {
        var folder = Path.Combine(work, $"{assembly}-native");
        await ProgramRun.OutputAsync("dotnet", ["publish", project, "-c", "Release", "-o", folder], Repository.Root);
        return new Candidate(name, Path.Combine(folder, assembly), [], folder);
    }

    private async Task<Candidate> ManagedAsync(string function)
    {
        var folder = Path.Combine(work, $"{function}-managed");
        await ProgramRun.OutputAsync("dotnet", ["publish", Repository.Find("src", function), "-c", "Release", "-p:Native=false", "-o", folder], Repository.Root);
        return new Candidate("managed", "dotnet", [Path.Combine(folder, $"{function}.dll")], folder);
    }
}
