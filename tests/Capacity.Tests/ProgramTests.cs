using System.Xml.Linq;

namespace Capacity.Tests;

public sealed class ProgramTests
{
    private static readonly string Program = typeof(Simulation).Assembly.Location;

    [Fact]
    public async Task What_holds_ends_with_0()
    {
        var run = await RunAsync("--base", "10");

        run.ExitCode.ShouldBe(0);
        run.OutputLines[^1].ShouldStartWith("holds");
        run.Output.ShouldContain(" + lost 0 + unanswered 0");
    }

    [Fact]
    public async Task What_breaks_ends_with_1_and_says_when_why_and_what_to_do()
    {
        var run = await RunAsync("--pattern", "spot", "--base", "10", "--concurrency", "10");

        run.ExitCode.ShouldBe(1);
        run.OutputLines[^2].ShouldStartWith("breaks at 00:10:");
        run.OutputLines[^1].ShouldBe("to do: raise \"Concurrent executions\" of Lambda in Service Quotas");
    }

    [Fact]
    public async Task Find_ends_with_0_where_settings_hold_and_says_which()
    {
        var run = await RunAsync("--pattern", "spot", "--base", "100", "--find");

        run.ExitCode.ShouldBe(0);
        run.OutputLines.ShouldContain("these settings hold:");
        run.OutputLines.ShouldContain(line => line.StartsWith("  warm throughput: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'--nonsense' is no option.", "--nonsense")]
    [InlineData("--base needs a value.", "--base")]
    [InlineData("--base is 'x': it has to be a whole number from 0 to 1000000.", "--base", "x")]
    [InlineData("--pattern is 'noon': it has to be one of steady, morning, spot.", "--pattern", "noon")]
    [InlineData("--warm and --peak-minutes go with --writes on-demand.", "--writes", "300-900", "--warm", "5000")]
    [InlineData("--writes is '900': it has to be on-demand, or write units from the least to the most, such as 300-900.", "--writes", "900")]
    [InlineData("--writes is '300': it has to be a whole number from 900 to 40000.", "--writes", "900-300")]
    [InlineData("--peak goes with the patterns morning and spot, and is --base or more.", "--peak", "5")]
    [InlineData("--forwarder-concurrency is 950: of the account's 1000, 100 stay unreserved.", "--forwarder-concurrency", "950")]
    [InlineData("--provisioned is 20: it may be the 10 that are free, at most.", "--concurrency", "10", "--provisioned", "20")]
    public async Task Wrong_usage_ends_with_2_and_names_what_was_found_and_what_is_allowed(string message, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.ErrorLines.ShouldBe([message, "See --help."]);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        var run = await RunAsync("--help");

        run.ExitCode.ShouldBe(0);
        Options.Names.ShouldAllBe(name => run.Output.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Charts_are_pictures_for_light_and_dark_pages()
    {
        using var folder = new TemporaryFolder();

        (await RunAsync("--svg", folder.Path)).ExitCode.ShouldBe(0);

        var pictures = Directory.GetFiles(folder.Path, "*.svg");
        pictures.Select(Path.GetFileName).Order().ShouldBe(Charts.All.Keys.Order());
        pictures.ShouldAllBe(path => XDocument.Load(path).Root!.Value.Contains("prefers-color-scheme:dark"));
    }

    private static Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.RunAsync("dotnet", [Program, .. arguments], cancellationToken: TestContext.Current.CancellationToken);
}
