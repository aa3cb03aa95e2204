using System.Security.Cryptography;

namespace Cdk.Tests;

/// <summary>The app as its users start it.</summary>
public sealed class SynthTests : IDisposable
{
    private readonly TemporaryFolder folder = new("petmatch-synth-");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_synths_of_one_tree_are_the_same_to_the_byte_and_hold_one_executable_a_function()
    {
        var first = await SynthAsync("first");
        var second = await SynthAsync("second");

        first.Keys.ShouldContain("PetMatch.template.json");
        second.ShouldBe(first, ignoreOrder: true);
        foreach (var function in new[] { Names.SkillAssembly, Names.ForwarderAssembly })
        {
            var file = first.Keys.Where(name => name.EndsWith($"/{function}", StringComparison.Ordinal)).ShouldHaveSingleItem();
            first.Keys.Count(name => name.StartsWith($"{Path.GetDirectoryName(file)}/", StringComparison.Ordinal)).ShouldBe(1);
            first[file].ShouldBe(Hash(await NativeFunction.FindAsync(function)), "compiled elsewhere, it is the same to the byte");
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(folder.Find("first", file)).HasFlag(UnixFileMode.OtherExecute).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task Managed_code_is_assemblies_without_symbols()
    {
        var files = await SynthAsync("managed", "-c", "functions=managed");

        files.Keys.ShouldContain(name => name.EndsWith("/SkillFunction.dll", StringComparison.Ordinal));
        files.Keys.ShouldContain(name => name.EndsWith("/StreamToFirehoseFunction.dll", StringComparison.Ordinal));
        files.Keys.ShouldNotContain(name => name.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Listing_the_stacks_compiles_nothing_and_leaves_nothing_in_the_temporary_folder()
    {
        var temporary = Directory.CreateDirectory(folder.Find("temporary")).FullName;

        var run = await CdkApp.RunAsync("node", [CommandLine, "ls"], new() { ["TMPDIR"] = temporary });

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.Trim().ShouldBe("PetMatch");
        run.Error.ShouldNotContain("Bundling");
        new DirectoryInfo(temporary).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length)
            .ShouldBeLessThan(1_000_000, "the CDK's runtime unpacks 64 MB");
    }

    [Fact]
    public async Task A_mistake_in_the_context_is_one_line_and_exit_code_1()
    {
        var run = await CdkApp.RunAsync("dotnet", [CdkApp.Assembly], new() { ["CDK_CONTEXT_JSON"] = """{"stage":"Prod"}""" });

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBe("stage is 'Prod': it has to be a letter and at most 15 more of a-z 0-9. Set it with -c stage=VALUE.\n");
    }

    [Fact]
    public async Task A_folder_that_is_no_checkout_is_told()
    {
        var run = await CdkApp.RunAsync("dotnet", [CdkApp.Assembly], [], folder.Path);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("holds no PetMatch.sln");
    }

    private static string CommandLine => Checkout.Find("node_modules", "aws-cdk", "bin", "cdk");

    /// <summary>Runs the real command, and gives every file of its output with its hash.</summary>
    private async Task<Dictionary<string, string>> SynthAsync(string name, params string[] options)
    {
        var output = folder.Find(name);
        string[] arguments = [CommandLine, "synth", "--quiet", "--output", output, "-c", "awsPackages=standin", .. options];
        var run = await CdkApp.RunAsync("node", arguments, []);
        run.ExitCode.ShouldBe(0, run.Error);
        // With CI set, the CDK's command line warns on standard output.
        $"{run.Output}{run.Error}".ShouldContain("alexaSkillId is not set");
        return Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(output, file).Replace('\\', '/'),
            Hash);
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
