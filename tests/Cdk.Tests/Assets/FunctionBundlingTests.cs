using System.Text;

namespace Cdk.Tests.Assets;

/// <summary>Where the functions are compiled: the app runs as its own process, on a PATH of stand-ins that write down what they are asked.</summary>
public sealed class FunctionBundlingTests : IDisposable
{
    private readonly TemporaryFolder folder = new("petmatch-bundling-");

    public FunctionBundlingTests()
    {
        Bin.Create();
        Link("node");
        Link("dotnet");
    }

    private DirectoryInfo Bin => new(folder.Find("bin"));

    private string Calls => folder.Find("calls");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("x86_64", "Native code for x86_64 needs clang or gcc on the PATH (on Debian and Ubuntu: apt-get install clang). ")]
    [InlineData(
        "arm64",
        "Native code for arm64 needs clang, ld.lld, aarch64-linux-gnu-gcc on the PATH"
            + " (on Debian and Ubuntu: apt-get install clang lld gcc-aarch64-linux-gnu). ")]
    public async Task Without_a_compiler_and_a_container_engine_one_line_says_what_to_do(string architecture, string missing)
    {
        var (exitCode, error) = await SynthAsync(architecture);

        exitCode.ShouldBe(1);
        error.ShouldEndWith($"""

            {missing}Start Docker, and it is built in public.ecr.aws/sam/build-dotnet10:latest-{architecture}; or add -c functions=managed, which needs the .NET SDK alone.

            """.ReplaceLineEndings("\n"));
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_container_engine_that_does_not_run_is_none()
    {
        Program("docker", "exit 1");

        (await SynthAsync("x86_64")).Error.ShouldContain("Start Docker");
    }

    [Theory]
    [InlineData("x86_64", "")]
    [InlineData("arm64", " --runtime linux-arm64")]
    public async Task Without_a_compiler_the_container_runs_the_same_publish(string architecture, string runtime)
    {
        WriteDocker();

        var (exitCode, error) = await SynthAsync(architecture);

        exitCode.ShouldBe(0, error);
        var runs = (await CallsAsync()).Where(call => call.StartsWith("docker run ", StringComparison.Ordinal)).ToArray();
        runs.Length.ShouldBe(2);
        foreach (var (run, function) in runs.Zip([Names.SkillAssembly, Names.ForwarderAssembly]))
        {
            run.ShouldStartWith("docker run --rm -u ");
            run.ShouldContain($" -v {Checkout.Root.TrimEnd('/')}:/asset-input:");
            run.ShouldContain(":/asset-output:");
            run.ShouldContain(" --env HOME=/tmp ");
            run.ShouldContain(" -w /asset-input ");
            run.ShouldEndWith(
                $" public.ecr.aws/sam/build-dotnet10:latest-{architecture} dotnet publish src/{function}/{function}.csproj --configuration=Release"
                + " --output /asset-output --artifacts-path /tmp/artifacts --verbosity=quiet --nologo -tl:off"
                + $" -p:RunAnalyzers=false -p:AwsPackages=standin -p:Native=true{runtime}");
        }
    }

    [Fact]
    public async Task What_is_linked_with_a_newer_C_library_is_refused_by_name()
    {
        WriteCompilerOfTomorrow();

        var (exitCode, error) = await SynthAsync("x86_64");

        exitCode.ShouldBe(1);
        error.ShouldContain(
            "SkillFunction was linked here with a C library that is newer than Lambda's 2.34: it asks for GLIBC_2.99. Start Docker, and");
    }

    [Fact]
    public async Task What_is_linked_with_a_newer_C_library_is_built_in_the_container()
    {
        WriteCompilerOfTomorrow();
        WriteDocker();

        var (exitCode, error) = await SynthAsync("x86_64");

        exitCode.ShouldBe(0, error);
        Directory.GetFiles(folder.Find("out"), "tomorrow", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.GetFiles(folder.Find("out"), "built", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_failing_publish_ends_with_the_compilers_own_message()
    {
        Program("clang", "exit 0");
        Program("dotnet", "echo 'Program.cs(1,26): error CS0103: missing'", "exit 1");

        var (exitCode, error) = await SynthAsync("x86_64");

        exitCode.ShouldBe(1);
        error.ShouldContain("Program.cs(1,26): error CS0103: missing\n");
        error.ShouldEndWith("\n'dotnet publish' of src/SkillFunction ended with exit code 1: fix the errors above and try again.\n");
    }

    [Fact]
    public async Task Official_packages_that_the_source_lacks_are_told_with_the_way_on()
    {
        Program("clang", "exit 0");
        Program("dotnet", "echo 'a.csproj : error NU1101: Unable to find package Amazon.Lambda.Core.'", "exit 1");

        var (exitCode, error) = await SynthAsync("x86_64", "official");

        exitCode.ShouldBe(1);
        error.Trim().Split('\n')[^1].ShouldStartWith(
            "awsPackages is 'official': your NuGet source lacks Amazon's Lambda packages, as its message above says. Add a source that has them");
        error.ShouldEndWith("with -c awsPackages=standin.\n");
    }

    private async Task<(int ExitCode, string Error)> SynthAsync(string architecture, string packages = "standin")
    {
        var run = await CdkApp.RunAsync(CdkApp.Executable, [], new()
        {
            ["DOTNET_ROOT"] = Path.GetFullPath("../../..", Path.GetDirectoryName(typeof(object).Assembly.Location)!),
            ["PATH"] = Bin.FullName,
            ["CDK_OUTDIR"] = folder.Find("out"),
            ["CDK_CONTEXT_JSON"] = $$"""{"architecture":"{{architecture}}","awsPackages":"{{packages}}"}""",
        });
        return (run.ExitCode, run.Error);
    }

    private async Task<string[]> CallsAsync() => await File.ReadAllLinesAsync(Calls, TestContext.Current.CancellationToken);

    /// <summary>A container engine that leaves a file in what is mounted as the output.</summary>
    private void WriteDocker() => Program(
        "docker",
        $"echo \"docker $*\" >> '{Calls}'",
        "for argument; do",
        "  case $argument in *:/asset-output:*) echo $3 > \"${argument%%:*}/built\"; echo \"$*\" >> \"${argument%%:*}/built\";; esac",
        "done");

    /// <summary>A publish whose executable asks for a C library that does not exist yet.</summary>
    private void WriteCompilerOfTomorrow()
    {
        Program("clang", "exit 0");
        var executable = folder.Find("tomorrow");
        File.WriteAllBytes(executable, Executables.AskingFor("GLIBC_2.99"));
        Program(
            "dotnet",
            "while [ \"$1\" != --output ]; do name=$1; case $1 in src/*) function=${1##*/};; esac; shift; done",
            $"/bin/cp '{executable}' \"$2/${{function%.csproj}}\"",
            "echo > \"$2/tomorrow\"");
    }

    private void Link(string program) => File.CreateSymbolicLink(Path.Combine(Bin.FullName, program), CdkApp.PathOf(program));

    private void Program(string name, params string[] lines)
    {
        var file = Path.Combine(Bin.FullName, name);
        File.Delete(file);
        File.WriteAllText(file, string.Join('\n', ["#!/bin/sh", .. lines, ""]), new UTF8Encoding(false));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
