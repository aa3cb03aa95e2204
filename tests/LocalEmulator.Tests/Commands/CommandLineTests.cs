using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics;

namespace LocalEmulator.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new("petmatch-commands-");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--hits is 'x'; it has to be a whole number from 0 to", "--hits", "x")]
    [InlineData("--conversations is '-1'; it has to be a whole number from 0 to", "run", "--conversations", "-1")]
    [InlineData("--hits is '-1'; it has to be a whole number from 0 to", "run", "--hits", "-1")]
    [InlineData("--seed is '1.5'; it has to be a whole number from -2147483648 to 2147483647.", "run", "--seed", "1.5")]
    [InlineData("N is '0'; it has to be a whole number from 1 to", "generate", "0")]
    [InlineData("Required argument 'N' missing for command: 'generate'.", "generate")]
    [InlineData("Required argument 'FILE' missing for command: 'send'.", "send")]
    [InlineData("Required argument 'PATH' missing for command: 'redrive'.", "redrive")]
    [InlineData("--faults: 'cosmic-rays' is no fault; there are throttle,", "soak", "--faults", "cosmic-rays=1")]
    [InlineData("--csv and --json exclude each other.", "query", "SELECT 1", "--csv", "--json")]
    [InlineData("--data and --files exclude each other.", "report", "--data", "here", "--files", "there")]
    [InlineData("--data is empty; it has to name a folder.", "query", "SELECT 1", "--data", "")]
    [InlineData("Unrecognized command or argument 'frobnicate'.", "frobnicate")]
    [InlineData("Unrecognized command or argument '--nope'.", "--nope")]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_wrong(string message, params string[] arguments)
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, arguments);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines[0].ShouldStartWith(message);
        run.ErrorLines[^1].ShouldMatch("^Try .*--help.$");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("send", "--help")]
    [InlineData("say", "--help")]
    [InlineData("generate", "--help")]
    [InlineData("query", "--help")]
    [InlineData("report", "--help")]
    [InlineData("redrive", "--help")]
    [InlineData("soak", "--help")]
    public async Task Every_command_explains_itself(params string[] arguments)
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, arguments);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("--data <DIR>");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_needs_nothing_but_the_files_and_takes_paths_from_the_current_folder()
    {
        Directory.CreateDirectory(folder.Find("data", "s3", Names.LocalBucket));
        await WriteAsync("count.sql", "-- How many?\nSELECT count(*) AS hits, 'a\tb' AS text FROM petmatch;\n");

        var run = await EmulatorProcess.RunAsync(folder.Path, "query", "count.sql", "--data", "data");

        run.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("The table is empty:");
        run.ExitCode.ShouldBe(0);
        run.OutputLines.Select(line => line.TrimEnd('\r')).ShouldBe(["hits  text", "----  ----", "   0  a\uFFFDb"]);
    }

    [Theory]
    [InlineData("The query failed: ", "SELECT color FROM petmatch")]
    [InlineData("The query failed: line 1:15: ", "SELECT 1 FROM WHERE x")]
    [InlineData("The query failed: the function strftime is not among Athena's", "SELECT strftime(event_time, '%Y') FROM petmatch")]
    [InlineData("There is no file and no query absent.sql; 'query' alone lists the queries there are.", "absent.sql")]
    [InlineData("There is no file and no query animls; did you mean animals?", "animls")]
    [InlineData("There is no file and no query base-words; did you mean animal-base-words or energy-base-words or size-base-words", "base-words")]
    [InlineData("The query is empty: ", "")]
    [InlineData("The query is empty: ", " ")]
    public async Task A_query_that_fails_is_one_line_and_ends_with_1(string message, string query)
    {
        Directory.CreateDirectory(folder.Find("data"));

        var run = await EmulatorProcess.RunAsync(folder.Path, "query", query, "--data", "data");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.ErrorLines[^1].ShouldStartWith(message);
        run.ErrorLines.Length.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_query_of_a_data_folder_that_does_not_exist_is_one_line_and_ends_with_1()
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, "query", "SELECT 1", "--data", "absent");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("absent does not exist");
        Directory.Exists(folder.Find("absent")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_query_the_queries_are_listed_with_their_questions()
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, "query");

        run.ExitCode.ShouldBe(0, run.Error);
        run.OutputLines.ShouldContain(line => Regex.IsMatch(line, @"^animals +How often was each animal asked for\?\r?$"));
        run.OutputLines.Length.ShouldBe(2 + Directory.GetFiles(Repository.Find("athena", "queries"), "*.sql").Length);
    }

    [Theory]
    [InlineData("--csv", "a,b,c\n1,,\"x, y\"\n")]
    [InlineData("--json", "[\n  {\n    \"a\": 1,\n    \"b\": null,\n    \"c\": \"x, y\"\n  }\n]\n")]
    public async Task An_answer_comes_in_the_form_asked_for(string form, string expected)
    {
        Directory.CreateDirectory(folder.Find("data"));

        var run = await EmulatorProcess.RunAsync(folder.Path, "query", "SELECT 1 AS a, NULL AS b, 'x, y' AS c", form, "--data", "data");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ReplaceLineEndings("\n").ShouldBe(expected);
    }

    [Fact]
    public async Task A_broken_request_file_is_named_with_line_and_column_and_nothing_is_sent()
    {
        await WriteAsync("broken.json", "{\n  \"version\": tru\n}");

        var run = await EmulatorProcess.RunAsync(folder.Path, "send", "broken.json", "--data", "data");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("broken.json, line 2, column ");
        Directory.Exists(folder.Find("data")).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_no_file_holds_a_request_nothing_is_started()
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, "send", "absent.json", "missing.json", "--data", "data");

        run.ExitCode.ShouldBe(1);
        run.ErrorLines.ShouldBe(["The request file absent.json does not exist.", "The request file missing.json does not exist."]);
        JsonElement.Parse(run.Output).EnumerateArray().Select(answer => answer.GetProperty("file").GetString()).ShouldBe(["absent.json", "missing.json"]);
        Directory.Exists(folder.Find("data")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_data_directory_that_is_a_file_is_one_line_and_ends_with_1()
    {
        await WriteAsync("taken", "");

        var run = await EmulatorProcess.RunAsync(folder.Path, "generate", "1", "--seed", "1", "--data", "taken");

        run.ExitCode.ShouldBe(1);
        run.ErrorLines[^1].ShouldContain("taken");
        run.Error.ShouldNotContain("   at ");
    }

    private Task WriteAsync(string file, string text) =>
        File.WriteAllTextAsync(folder.Find(file), text, TestContext.Current.CancellationToken);
}
