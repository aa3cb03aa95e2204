namespace Benchmarks.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Without_a_suite_all_run_and_the_documents_get_the_figures()
    {
        var options = Options.Parse([]);

        options.Suites.ShouldBe(Suite.All);
        options.Output.ShouldBe(Checkout.Find("docs", "benchmarks"));
    }

    [Fact]
    public void Some_suites_or_a_quick_run_leave_the_documents_alone()
    {
        Options.Parse(["start"]).Output.ShouldBeNull();
        Options.Parse(["--quick"]).Output.ShouldBeNull();
    }

    [Fact]
    public void Everything_can_be_asked_for_in_any_order()
    {
        var options = Options.Parse(["--rounds", "7", "start", "--memory", "128,512", "--quick", "queries", "--output", "there"]);

        options.Suites.Select(suite => suite.Name).ShouldBe(["start", "queries"]);
        options.Rounds.ShouldBe(7);
        options.Memory.ShouldBe([128, 512]);
        options.IsQuick.ShouldBeTrue();
        options.Output.ShouldBe("there");
    }

    [Theory]
    [InlineData("--rounds is '0': it has to be a whole number from 1 to 10000.", "--rounds", "0")]
    [InlineData("--memory is '64': it has to be a whole number from 128 to 10240.", "--memory", "128,64")]
    [InlineData("--output needs a value.", "--output")]
    [InlineData("'Start' is no option and no suite; the suites are forwarder, start, persistence, pipeline, queries.", "Start")]
    public void What_cannot_be_followed_is_named(string message, params string[] arguments) =>
        Should.Throw<UsageException>(() => Options.Parse(arguments)).Message.ShouldBe(message);

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("--rounds", 2)]
    public async Task The_exit_code_tells_help_from_wrong_usage(string argument, int exitCode)
    {
        var run = await ProgramRun.RunAsync(
            "dotnet", [typeof(Options).Assembly.Location, argument], cancellationToken: TestContext.Current.CancellationToken);

        run.ExitCode.ShouldBe(exitCode);
        (exitCode == 0 ? run.Output : run.Error).ShouldContain(exitCode == 0 ? "Usage: " : "--rounds needs a value.\nSee --help.");
    }
}
