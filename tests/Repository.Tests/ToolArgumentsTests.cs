namespace Repository.Tests;

/// <summary>What the tools make of their command lines.</summary>
public sealed class ToolArgumentsTests : IDisposable
{
    private readonly TemporaryFolder folder = new("petmatch-tools-");

    public static TheoryData<string> Tools => ["sbom/build.mjs", "audit/audit.mjs", "interaction-models/build.mjs"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Help_tells_the_usage_and_does_nothing(string tool)
    {
        var run = await RunAsync(tool, "--help");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        run.OutputLines.ShouldHaveSingleItem().ShouldStartWith($"Usage: node tools/{tool} ");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Unknown option '--chek'.", "interaction-models/build.mjs", "--chek")]
    [InlineData("Unexpected argument 'check'.", "interaction-models/build.mjs", "check")]
    [InlineData("Unknown option '--nugget'.", "audit/audit.mjs", "--nugget", "a.json")]
    [InlineData("Option '--npm <value>' argument missing.", "audit/audit.mjs", "--npm")]
    [InlineData("DIR is missing.", "sbom/build.mjs")]
    [InlineData("DIR is ''.", "sbom/build.mjs", "")]
    [InlineData("The runtime is 'linux-x46'.", "sbom/build.mjs", "out", "linux-x46")]
    [InlineData("Unexpected argument 'more'.", "sbom/build.mjs", "out", "linux-x64", "more")]
    [InlineData("Unknown option '--runtime'.", "sbom/build.mjs", "out", "--runtime")]
    public async Task What_is_not_allowed_is_named_beside_what_is(string found, string tool, params string[] arguments)
    {
        var run = await RunAsync(tool, arguments);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.ShouldHaveSingleItem().ShouldStartWith($"{found} Usage: node tools/{tool} ");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    private Task<ProgramRun> RunAsync(string tool, params string[] arguments) => ProgramRun.RunAsync(
        "node", [Checkout.Find(["tools", .. tool.Split('/')]), .. arguments], folder.Path, cancellationToken: TestContext.Current.CancellationToken);
}
