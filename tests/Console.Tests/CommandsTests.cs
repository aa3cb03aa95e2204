using System.Diagnostics;
using System.Text.Json;

namespace Console.Tests;

/// <summary>The commands that use a running <c>serve</c>.</summary>
public sealed class CommandsTests(RunningConsole console)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Say_uses_the_running_system_of_its_data_folder_and_its_hit_is_delivered()
    {
        var before = Accepted(await console.GetAsync("/api/watch"));

        var said = await RunAsync("", "say", "find a tiny guard dog with high energy", "--data", console.Data);

        said.Output.ShouldContain("Russian Toy");
        said.Error.ShouldNotContain("Starting ...");
        var state = await console.GetAsync("/api/watch");
        Accepted(state).ShouldBe(before + 1);
        state.GetProperty("counts").GetProperty("underWay").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_wait_for_a_firehose_that_takes_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT.");
        await console.PostAsync("/api/faults", new { firehose = "error" });
        using var process = ProgramRun.Start("dotnet", [RunningConsole.Program, "say", "find a tiny guard dog with high energy", "--data", console.Data]);
        try
        {
            var note = "";
            while (!note.StartsWith("Delivering", StringComparison.Ordinal))
            {
                note = await process.StandardError.ReadLineAsync(RunningConsole.Stop) ?? throw new InvalidOperationException("It has ended early.");
            }

            note.ShouldBe("Delivering ... (Ctrl-C ends the wait, and 'serve' goes on delivering)");
            await RunningConsole.InterruptAsync(process);

            process.ExitCode.ShouldBe(130);
            (await process.StandardError.ReadToEndAsync(RunningConsole.Stop)).ShouldNotContain("unexpected");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await console.PostAsync("/api/faults", new { firehose = "none" });
            await console.PostAsync("/api/drain", new { });
        }
    }

    [Fact]
    public async Task Talk_goes_on_line_by_line_and_knows_its_commands()
    {
        var talk = await RunAsync(
            "find a pet\ntiny\n/json\nhelp\n/json\n/locale de-DE\nfinde einen kleinen Schutzhund mit viel Energie\n/locale fr-FR\n/nonsense\n\n/new\nfind me\n",
            "talk", "--data", console.Data);

        talk.Output.ShouldContain("Alexa has asked for size");
        talk.Output.ShouldContain("Alexa has asked for temperament");
        talk.Output.ShouldContain("\"AMAZON.HelpIntent\"");
        talk.Error.ShouldContain("A new session, in de-DE.");
        talk.Error.ShouldContain("There is no model for 'fr-FR'; there are de-DE, en-GB, en-US.");
        talk.Error.ShouldContain("'/nonsense' is no command.");
        talk.Error.ShouldContain("size=\"kleinen\" (small)");
    }

    [Fact]
    public async Task The_word_of_a_serve_that_was_killed_is_not_believed()
    {
        // Another serve listens at that port, but it is not the one that left the word.
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Find("serve.json"), $$"""{"port":{{console.Port}},"instance":"gone"}""", RunningConsole.Stop);

        var said = await RunAsync("", "say", "find a pet", "--data", folder.Path);

        said.Error.ShouldContain("Starting ...");
        said.Output.ShouldContain("Alexa has asked for size");
    }

    [Fact]
    public async Task A_second_serve_of_the_same_folder_is_refused_and_so_is_a_port_in_use()
    {
        using var folder = new TemporaryFolder();

        var second = await RunAsync("", "serve", "--port", "0", "--data", console.Data);
        var port = await RunAsync("", "serve", "--port", $"{console.Port}", "--data", folder.Path);

        second.Error.ShouldContain("is used by another emulator");
        port.Error.ShouldContain($"The port {console.Port} is in use: choose another one with --port");
    }

    [Fact]
    public async Task Ctrl_C_ends_serve_in_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT.");
        var other = new RunningConsole();
        await using (other)
        {
            await other.InitializeAsync();
            File.Exists(Path.Combine(other.Data, "serve.json")).ShouldBeTrue();

            (await other.InterruptAsync()).ShouldBe(0);

            File.Exists(Path.Combine(other.Data, "serve.json")).ShouldBeFalse();
        }
    }

    private static long Accepted(JsonElement state) => state.GetProperty("counts").GetProperty("accepted").GetInt64();

    private static async Task<(string Output, string Error)> RunAsync(string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [RunningConsole.Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(RunningConsole.Stop);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return (await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
