using System.Text.Json;
using System.Text.RegularExpressions;

namespace Console.Tests;

/// <summary>The command <c>report</c>, and the file that it writes.</summary>
public sealed partial class ReportTests(RunningConsole console) : IDisposable
{
    private readonly TemporaryFolder folder = new("petmatch-report-");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_report_on_downloaded_files_answers_every_question_up_to_their_last_day()
    {
        var rows = DeliveredFiles.Write(folder.Find("bucket"));

        var run = await RunAsync("--files", "bucket");

        run.ExitCode.ShouldBe(0, run.Error);
        run.OutputLines.ShouldBe([$"The report is in {folder.Find("report.html")}"]);
        run.Error.ShouldContain("Answering ");
        var data = Data(await ReadAsync("report.html"));
        var held = data.GetProperty("held").GetProperty("rows")[0];
        held[0].GetInt32().ShouldBe(rows);
        (held[2].GetString(), held[3].GetString()).ShouldBe(("2026/09/28", "2026/11/22"));
        var questions = data.GetProperty("questions").EnumerateArray().ToList();
        questions.Select(question => question.GetProperty("question").GetString()).ShouldBe(
            from path in Directory.GetFiles(Checkout.Find("athena", "queries")).Order(StringComparer.Ordinal)
            select File.ReadLines(path).First().TrimStart('-', ' '));
        questions.Where(question => question.GetProperty("rows").GetArrayLength() == 0).Select(question => question.GetProperty("name").GetString())
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_file_refers_to_nothing_and_holds_what_was_said_as_text()
    {
        DeliveredFiles.Write(folder.Find("bucket"));

        await RunAsync("--files", "bucket", "--output", "some.html");

        var page = await ReadAsync("some.html");
        Reference().Matches(page).Select(reference => reference.Value).ShouldBeEmpty();
        page.ShouldNotContain("sourceMappingURL");
        page.ShouldNotContain(DeliveredFiles.Markup);
        Regex.Count(page, "</script>").ShouldBe(3);
        Data(page).GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("name").GetString() == "unknown-words")
            .GetProperty("rows").EnumerateArray().Select(row => row[1].GetString()).ShouldContain(DeliveredFiles.Markup);
    }

    [Fact]
    public async Task Files_of_the_published_layout_and_without_compression_are_read()
    {
        await WriteAsync("bucket/analytics-2017/06/01/00/plain", "a,u,1,dog,dog,1\n");
        await WriteAsync("bucket/analytics-2017/06/01/00/named.csv", "b,u,1,cat,cat,1\nc,v,1,dog,puppy,1\n");

        var run = await RunAsync("--files", "bucket");

        run.ExitCode.ShouldBe(0, run.Error);
        Data(await ReadAsync("report.html")).GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("name").GetString() == "animals")
            .GetProperty("rows").ToString().ShouldBe("""[["dog",2],["cat",1]]""");
    }

    [Fact]
    public async Task A_report_on_a_local_run_can_be_made_while_it_is_served()
    {
        await console.FillAsync();

        var run = await RunAsync("--data", console.Data);

        run.ExitCode.ShouldBe(0, run.Error);
        var answered = await console.PostAsync("/api/query", new { sql = Checkout.Read("athena", "queries", "locales.sql") });
        Data(await ReadAsync("report.html")).GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("name").GetString() == "locales")
            .GetProperty("rows").ToString().ShouldBe(answered.GetProperty("rows").ToString());
    }

    [Theory]
    [InlineData("The folder absent does not exist: 'aws s3 sync s3://BUCKET/ DIR' downloads", "--files", "absent")]
    [InlineData("The data folder /folder/absent does not exist: 'run'", "--data", "absent")]
    [InlineData("The folder /folder/empty holds no delivered files: they lie below it as analytics-YYYY/MM/DD/HH/FILE;", "--files", "empty")]
    [InlineData("The folder /folder/empty/s3/pet-match-bucket holds no delivered files: 'run' holds conversations", "--data", "empty")]
    [InlineData("holds no delivered files: they lie below it as analytics-YYYY/MM/DD/HH/FILE; 'aws s3 sync s3://BUCKET/ DIR' downloads a bucket into a folder so. Did you mean /folder/some/bucket?", "--files", "some")]
    [InlineData("Did you mean /folder/some/bucket?", "--files", "some/bucket/analytics-2026")]
    [InlineData("The delivered files hold no rows.", "--files", "some/bucket")]
    [InlineData("The report cannot be written: /folder/absent/report.html lies in a folder that does not exist; name another file with --output.", "--files", "some/bucket", "--output", "absent/report.html")]
    [InlineData("The report cannot be written: /folder/some is a folder;", "--files", "some/bucket", "--output", "some")]
    public async Task What_goes_wrong_is_one_line_that_says_what_to_do(string message, params string[] arguments)
    {
        Directory.CreateDirectory(folder.Find("empty"));
        await WriteAsync("some/bucket/analytics-2026/11/21/00/file.csv", "");

        var run = await RunAsync(arguments);

        run.ExitCode.ShouldBe(1);
        run.ErrorLines[^1].Replace(folder.Path, "/folder", StringComparison.Ordinal).Replace('\\', '/').ShouldContain(message);
        File.Exists(folder.Find("report.html")).ShouldBeFalse();
    }

    private static JsonElement Data(string page) => JsonElement.Parse(DataBlock().Match(page).Groups[1].Value);

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        ProgramRun.RunAsync("dotnet", [RunningConsole.Program, "report", .. arguments], folder.Path, cancellationToken: RunningConsole.Stop);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(folder.Find(name), RunningConsole.Stop);

    private async Task WriteAsync(string path, string text)
    {
        var file = folder.Find(path.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text, RunningConsole.Stop);
    }

    [GeneratedRegex("""(\b(src|href|action)\s*=\s*["'](?!data:|#)|url\(|@import)[^>]{0,40}""")]
    private static partial Regex Reference();

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex DataBlock();
}
