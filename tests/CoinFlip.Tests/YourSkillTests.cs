using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoinFlip.Tests;

/// <summary>Does what docs/your-skill.md says, and counts the lines that it counts.</summary>
public sealed partial class YourSkillTests : IDisposable
{
    private static readonly string Page = Checkout.Read("docs", "your-skill.md").ReplaceLineEndings("\n");

    private readonly TemporaryFolder folder = new("coin-flip-");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Its_table_counts_the_lines_of_every_file_that_is_written_for_a_skill()
    {
        var counted = Row().Matches(Page).ToDictionary(row => row.Groups[1].Value, row => int.Parse(row.Groups[2].ValueSpan, null));
        var root = Checkout.Find("samples", "CoinFlip");
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !Made().IsMatch(path) && !path.StartsWith("requests/", StringComparison.Ordinal))
            .ToDictionary(path => path, path => File.ReadLines(Path.Combine(root, path)).Count());

        counted.ShouldBe(files, ignoreOrder: true);
        Page.ShouldContain($"{files.Values.Sum()} lines in {files.Count} files");
    }

    [Fact]
    public async Task Its_commands_run_the_skill_and_answer_SQL()
    {
        var commands = Command().Matches(Page).Select(command => command.Groups[1].Value).ToArray();
        commands.Length.ShouldBe(3);

        var run = await RunAsync($"{commands[0]} --hits 10 --seed 7");
        run.ShouldContain("Which side do users call, and how often does it come up?");
        run.ShouldMatch(@"hits accepted: \d{2}, delivered: \d{2}, lost: 0, duplicates: 0");
        (await RunAsync(commands[1])).ShouldMatch("It's (heads|tails)\\. You (win|lose)");
        var answer = await RunAsync($"{commands[2]} --csv");
        answer.Split('\n')[0].Trim().ShouldBe("landed,flips");
        answer.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].ShouldAllBe(line => line.StartsWith("heads,") || line.StartsWith("tails,"));
    }

    [Theory]
    [InlineData("s3")]
    [InlineData("http")]
    [InlineData("dynamodb")]
    public async Task It_remembers_in_the_store_that_the_environment_names(string store)
    {
        string[] files = [Checkout.Find("samples", "CoinFlip", "requests", "flip-heads.json"), Checkout.Find("samples", "CoinFlip", "requests", "launch.json")];

        var answers = JsonNode.Parse(await RunAsync(["send", .. files], new() { ["ATTRIBUTES_STORE"] = store }))!.AsArray();

        ((string?)answers[1]!["response"]!["response"]!["outputSpeech"]!["ssml"])!.ShouldMatch("Welcome back\\. You have won [01] of 1\\.");
    }

    /// <summary>A command of the page: what stands behind the two hyphens, with quotes around what has blanks.</summary>
    private Task<string> RunAsync(string command) =>
        RunAsync([.. Argument().Matches(command).Select(argument => argument.Value.Trim('"'))], []);

    private Task<string> RunAsync(string[] arguments, Dictionary<string, string?> variables)
    {
        var output = Path.GetRelativePath(Checkout.Find("tests", "CoinFlip.Tests"), AppContext.BaseDirectory);
        return ProgramRun.OutputAsync(
            "dotnet",
            [Checkout.Find("samples", "CoinFlip", "Local", output, "CoinFlip.Local.dll"), .. arguments, "--data", folder.Find("data")],
            folder.Path,
            variables,
            TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"^\| `([\w./-]+)` \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^    dotnet run --project samples/CoinFlip/Local -- (.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]+\"|\\S+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"(^|/)(bin|obj|cdk\.out)/|\.lock\.json$")]
    private static partial Regex Made();
}
