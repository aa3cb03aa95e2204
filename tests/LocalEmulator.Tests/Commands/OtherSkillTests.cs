using System.Text.Json;

namespace LocalEmulator.Tests.Commands;

/// <summary>The commands that talk to a skill, with one that is not Pet Match.</summary>
public sealed class OtherSkillTests : IDisposable
{
    private const string Launch = """
        {"version":"1.0","session":{"new":true,"sessionId":"s","application":{"applicationId":"tea"},"user":{"userId":"u"}},
        "request":{"type":"LaunchRequest","requestId":"r","locale":"en-US","timestamp":"2026-11-21T08:00:00Z"}}
        """;

    private static readonly string SkillAssembly =
        Repository.FunctionAssembly("LocalEmulator").Replace(Path.Combine("src", "LocalEmulator"), Path.Combine("tests", "SampleSkill"), StringComparison.Ordinal)
            .Replace("LocalEmulator.dll", "SampleSkill.dll", StringComparison.Ordinal);

    private static readonly string SkillExecutable = OperatingSystem.IsWindows()
        ? Path.ChangeExtension(SkillAssembly, ".exe")
        : Path.ChangeExtension(SkillAssembly, null);

    private static readonly string[] Skill = ["--function", SkillAssembly, "--models", Repository.Find("tests", "SampleSkill", "models")];

    private readonly TemporaryFolder folder = new("petmatch-other-");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_talked_to_by_its_own_models_and_nothing_of_pet_match_is_started()
    {
        string[] say = ["--session", "session.json", "--data", "data", .. Skill];

        var question = await EmulatorProcess.RunAsync(folder.Path, ["say", "ask tea stall for two cups of rooibos", .. say]);
        var order = await EmulatorProcess.RunAsync(folder.Path, ["say", "some bergamot tea", .. say]);

        question.ExitCode.ShouldBe(0, question.Error);
        question.OutputLines.ShouldBe(["Alexa: We don't have rooibos. Which tea?", "The session is open; Alexa has asked for tea."]);
        question.ErrorLines.ShouldContain("Alexa sends OrderTeaIntent tea=\"rooibos\" (no match) cups=\"2\"");
        order.ExitCode.ShouldBe(0, order.Error);
        order.OutputLines.ShouldBe(["Alexa: 2 times Earl Grey, coming up.", "Card: Tea Stall: Earl Grey", "The session has ended."]);
        order.ErrorLines.ShouldContain("Alexa sends OrderTeaIntent tea=\"bergamot tea\" (earl_grey) cups=\"2\"");
        Directory.GetFileSystemEntries(folder.Find("data")).ShouldBe([folder.Find("data", "logs")]);
    }

    [Fact]
    public async Task An_executable_answers_what_standard_input_holds_for_the_skill_id_of_the_callers_environment()
    {
        var sent = await EmulatorProcess.RunWithAsync(
            folder.Path, Launch, ("ALEXA_SKILL_ID", "tea"), "send", "-", "--function", SkillExecutable, "--data", "data");

        sent.ExitCode.ShouldBe(0, sent.Error);
        JsonElement.Parse(sent.Output).GetProperty("response").GetProperty("outputSpeech").GetProperty("ssml").GetString()
            .ShouldBe("<speak>Welcome. Which tea would you like?</speak>");
    }

    [Fact]
    public async Task A_spoken_request_carries_the_skill_id_of_the_callers_environment()
    {
        var said = await EmulatorProcess.RunWithAsync(folder.Path, "", ("ALEXA_SKILL_ID", "tea"), ["say", "open tea stall", "--json", "--data", "data", .. Skill]);

        said.ExitCode.ShouldBe(0, said.Error);
        JsonElement.Parse(said.Output)[0].GetProperty("request").GetProperty("context").GetProperty("System").GetProperty("application")
            .GetProperty("applicationId").GetString().ShouldBe("tea");
    }

    [Fact]
    public async Task A_skill_that_refuses_a_request_or_does_not_start_is_told_in_one_line()
    {
        var foreign = await EmulatorProcess.RunWithAsync(folder.Path, Launch, ("ALEXA_SKILL_ID", "coffee"), "send", "-", "--function", SkillAssembly, "--data", "data");
        var closed = await EmulatorProcess.RunWithAsync(folder.Path, Launch, ("TEA_STALL", "closed"), "send", "-", "--function", SkillAssembly, "--data", "data");

        (foreign.ExitCode, closed.ExitCode).ShouldBe((1, 1));
        foreign.ErrorLines[^1].ShouldStartWith("-: the skill failed with ForeignSkillException: ");
        closed.ErrorLines[^1].ShouldStartWith("The function SampleSkill did not start: ");
        (foreign.Output, closed.Output).ShouldBe(("", ""));
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_shown_as_it_is()
    {
        var noisy = ("TEA_STALL", "noisy");

        var sent = await EmulatorProcess.RunWithAsync(folder.Path, Launch, noisy, "send", "-", "--function", SkillAssembly, "--data", "data");
        var said = await EmulatorProcess.RunWithAsync(folder.Path, "", noisy, ["say", "open tea stall", "--json", "--data", "data", .. Skill]);

        (sent.ExitCode, said.ExitCode).ShouldBe((1, 1));
        sent.Output.Trim().ShouldBe("\"What?\"");
        sent.ErrorLines[^1].ShouldStartWith("-: Alexa does not take the response: the answer is no response that Alexa takes");
        JsonElement.Parse(said.Output).EnumerateArray().Select(exchange => exchange.GetProperty("response").GetString()).ShouldBe(["What?", "What?"]);
    }

    [Theory]
    [InlineData("--models needs --function", "say", "hi", "--models", ".")]
    [InlineData("--function needs --models", "say", "hi", "--function", "program")]
    [InlineData("--function is 'absent', but there is no such file; it has to be an executable, or a .dll,", "send", "-", "--function", "absent")]
    [InlineData("--function is '.', but that is a folder; it has to be", "send", "-", "--function", ".")]
    [InlineData("--models: There is no folder absent; it has to hold", "say", "hi", "--function", "program", "--models", "absent")]
    [InlineData("--models: The folder . holds no interaction model; it has to hold one", "say", "hi", "--function", "program", "--models", ".")]
    public async Task Bad_values_are_wrong_usage_in_one_line(string message, params string[] arguments)
    {
        await File.WriteAllTextAsync(folder.Find("program"), "", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Find("program"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var run = await EmulatorProcess.RunAsync(folder.Path, arguments);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.Length.ShouldBe(2);
        run.ErrorLines[0].ShouldStartWith(message);
        run.ErrorLines[1].ShouldMatch("^Try .*--help.$");
    }

    [Fact]
    public async Task A_file_that_is_not_executable_is_named_as_such()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows executables by their names.");
        await File.WriteAllTextAsync(folder.Find("text"), "", TestContext.Current.CancellationToken);

        var run = await EmulatorProcess.RunAsync(folder.Path, "send", "-", "--function", "text");

        run.ErrorLines[0].ShouldStartWith("--function is 'text', but that file is not executable;");
    }

    [Fact]
    public async Task Sending_nothing_names_the_samples()
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, "send");

        run.ExitCode.ShouldBe(2);
        run.ErrorLines.ShouldContain(line => line.StartsWith("There are samples in ", StringComparison.Ordinal)
            && line.Contains(Path.Combine("samples", "requests"), StringComparison.Ordinal) && line.Contains("launch", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("say <UTTERANCE>", "say")]
    [InlineData("send <FILE>...", "send")]
    [InlineData("query [<FILE|SQL>]", "query")]
    public async Task Usage_names_arguments_as_the_text_does(string usage, string command)
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, command, "--help");

        run.Output.ShouldContain(usage);
    }
}
