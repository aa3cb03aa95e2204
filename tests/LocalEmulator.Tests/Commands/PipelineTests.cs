using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics;
using LocalAthena;
using LocalEmulator.Query;

namespace LocalEmulator.Tests.Commands;

/// <summary>The executable with both functions and all emulated services.</summary>
public sealed class PipelineTests : IDisposable
{
    private const int SigInt = 2;

    // A folder's name may hold what means something to SQL, to patterns and to shells.
    private readonly TemporaryFolder folder = new("petmatch it's [a] test-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_loses_nothing_and_the_same_seed_adds_nothing_the_second_time()
    {
        var first = await EmulatorProcess.RunAsync(folder.Path, "run", "--hits", "20", "--seed", "7", "--data", "data");
        var second = await EmulatorProcess.RunAsync(folder.Path, "--hits", "20", "--seed", "7", "--data", "data");

        first.ExitCode.ShouldBe(0, first.Error);
        second.ExitCode.ShouldBe(0, second.Error);
        first.OutputLines.ShouldContain("How often was each animal asked for?");
        first.Output.ShouldNotContain("\u001B");
        var accepted = Accepted(first);
        accepted.ShouldBeGreaterThan(20);
        Accepted(second).ShouldBe(accepted);
        var answers = await QueryAsync("SELECT count(*), count(DISTINCT request_id) FROM petmatch WHERE outcome IS NOT NULL");
        answers.Rows.ShouldBe([[$"{accepted}", $"{accepted}"]]);
        Directory.GetFiles(folder.Find("data"), "*.jsonl").ShouldBeEmpty();
    }

    [Fact]
    public async Task Generated_items_are_delivered_whole()
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, "generate", "130", "--seed", "7", "--data", "data");

        run.ExitCode.ShouldBe(0, run.Error);
        run.OutputLines.ShouldHaveSingleItem().TrimEnd('\r').ShouldBe("hits accepted: 130, delivered: 130, lost: 0, duplicates: 0");
        var answer = await QueryAsync("SELECT count(DISTINCT outcome), min(skill_version), count(event_time), count(screen) FROM petmatch");
        answer.Rows.ShouldBe([["5", "generated", "130", "130"]]);
        await DeliveriesAreLoggedAsync(130);
    }

    [Fact]
    public async Task Sent_requests_print_their_responses_as_json_and_nothing_else()
    {
        await File.WriteAllTextAsync(folder.Find("launch.json"), Launch, Token);

        var run = await EmulatorProcess.RunAsync(folder.Path, "send", "launch.json", "--data", "data");

        run.ExitCode.ShouldBe(0, run.Error);
        using var response = JsonDocument.Parse(run.Output);
        response.RootElement.GetProperty("response").GetProperty("shouldEndSession").GetBoolean().ShouldBeFalse();
        run.OutputLines.Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Several_sent_requests_print_one_document_that_names_their_files()
    {
        await File.WriteAllTextAsync(folder.Find("launch.json"), Launch, Token);
        await File.WriteAllTextAsync(folder.Find("event.json"), """{"request":{"type":"AlexaSkillEvent.SkillEnabled"}}""", Token);

        var run = await EmulatorProcess.RunAsync(folder.Path, "send", "launch.json", "event.json", "--data", "data");

        run.ExitCode.ShouldBe(0, run.Error);
        var answers = JsonElement.Parse(run.Output).EnumerateArray().ToArray();
        answers.Select(answer => answer.GetProperty("file").GetString()).ShouldBe(["launch.json", "event.json"]);
        answers[0].GetProperty("response").GetProperty("response").TryGetProperty("outputSpeech", out _).ShouldBeTrue();
        answers[1].GetProperty("response").GetProperty("response").EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_that_hold_no_request_are_errors_among_the_answers_of_the_others()
    {
        await File.WriteAllTextAsync(folder.Find("launch.json"), Launch, Token);
        await File.WriteAllTextAsync(folder.Find("broken.json"), "{", Token);

        var run = await EmulatorProcess.RunAsync(folder.Path, "send", "broken.json", "launch.json", "absent.json", "--data", "data");

        run.ExitCode.ShouldBe(1);
        run.ErrorLines.ShouldContain(line => line.StartsWith("broken.json, line 1, column 2: ", StringComparison.Ordinal));
        run.ErrorLines.ShouldContain("The request file absent.json does not exist.");
        var answers = JsonElement.Parse(run.Output).EnumerateArray().ToArray();
        answers.Select(answer => answer.GetProperty("file").GetString()).ShouldBe(["broken.json", "launch.json", "absent.json"]);
        answers[0].GetProperty("error").GetProperty("message").GetString()!.ShouldStartWith("broken.json, line 1, column 2: ");
        answers[1].GetProperty("response").GetProperty("response").TryGetProperty("outputSpeech", out _).ShouldBeTrue();
        answers[2].GetProperty("error").GetProperty("type").GetString().ShouldBe("UnreadableFile");
    }

    [Fact]
    public async Task An_interrupted_run_ends_with_130_and_the_next_one_delivers_what_it_left()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send.");
        using var process = EmulatorProcess.Start(folder.Path, "run", "--hits", "1000000", "--seed", "7", "--data", "data");
        try
        {
            var error = "";
            while (!error.StartsWith("Holding", StringComparison.Ordinal))
            {
                error = await process.StandardError.ReadLineAsync(Token) ?? throw new InvalidOperationException("The run ended early.");
            }

            Kill(process.Id, SigInt).ShouldBe(0);
            await process.WaitForExitAsync(Token);
            process.ExitCode.ShouldBe(130);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        var next = await EmulatorProcess.RunAsync(folder.Path, "run", "--hits", "1", "--seed", "8", "--data", "data");

        next.ExitCode.ShouldBe(0, next.Error);
        Accepted(next).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_killed_run_is_delivered_by_the_next_one()
    {
        using (var process = EmulatorProcess.Start(folder.Path, "generate", "1000000", "--seed", "7", "--data", "data"))
        {
            while (await process.StandardError.ReadLineAsync(Token) is { } line && !line.StartsWith("Writing", StringComparison.Ordinal))
            {
            }

            process.Kill(); // and not its children: they have to notice
            await process.WaitForExitAsync(Token);
        }

        var next = await EmulatorProcess.RunAsync(folder.Path, "run", "--conversations", "1", "--seed", "8", "--data", "data");

        next.ExitCode.ShouldBe(0, next.Error);
        next.OutputLines[^2].ShouldStartWith("This run: 1 conversations and ");
        Accepted(next).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("breeds")]
    [InlineData("deliveries")]
    public async Task A_folder_that_does_not_exist_is_told_and_not_created(string command)
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, command, "--data", "typo");

        run.ExitCode.ShouldBe(1);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("typo does not exist: 'run' or 'generate' fills one");
        Directory.Exists(folder.Find("typo")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_breeds_are_listed_and_found_by_their_key()
    {
        Directory.CreateDirectory(folder.Find("data"));
        var all = await EmulatorProcess.RunAsync(folder.Path, "breeds", "--data", "data");
        var one = await EmulatorProcess.RunAsync(folder.Path, "breeds", "canine-high-medium-family", "--data", "data");
        var none = await EmulatorProcess.RunAsync(folder.Path, "breeds", "canine-low-tiny-guard", "--data", "data");

        all.OutputLines.Length.ShouldBe(2 + 34);
        one.Output.Trim().ShouldBe("Boxer");
        none.ExitCode.ShouldBe(1);
        none.ErrorLines.ShouldHaveSingleItem().ShouldContain("canine-low-tiny-guard");
    }

    private const string Launch = """
        {"version":"1.0","session":{"new":true,"sessionId":"s","application":{"applicationId":"a"},"user":{"userId":"u"}},
        "context":{"System":{"application":{"applicationId":"a"},"user":{"userId":"u"},"device":{"deviceId":"d","supportedInterfaces":{}}}},
        "request":{"type":"LaunchRequest","requestId":"r","locale":"en-US","timestamp":"2026-11-21T00:00:00Z"}}
        """;

    private async Task DeliveriesAreLoggedAsync(int records)
    {
        var delivered = await EmulatorProcess.RunAsync(folder.Path, "deliveries", "--status", "delivered", "--since", "2026-01-01", "--data", "data");
        var later = await EmulatorProcess.RunAsync(folder.Path, "deliveries", "--since", "9999-01-01", "--data", "data");

        delivered.ExitCode.ShouldBe(0, delivered.Error);
        var rows = delivered.OutputLines[2..].Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        rows.ShouldAllBe(row => row[1] == "delivered");
        rows.Sum(row => int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(records);
        later.OutputLines.Length.ShouldBe(2);
    }

    /// <summary>The number in the last line, which has to tell of as many delivered hits, none lost and none twice.</summary>
    private static int Accepted(ProgramRun run)
    {
        var proof = Regex.Match(run.OutputLines[^1].TrimEnd('\r'), "^hits accepted: (\\d+), delivered: \\1, lost: 0, duplicates: 0$");
        proof.Success.ShouldBeTrue(run.OutputLines[^1]);
        return int.Parse(proof.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<QueryAnswer> QueryAsync(string sql)
    {
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, folder.Find("data", "s3", Names.LocalBucket), Token);
        return await engine.QueryAsync(sql, Token);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
